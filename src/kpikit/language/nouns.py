"""Head nouns of indicators: which way is better, what they measure, what change they name."""

from __future__ import annotations

from typing import Final, NamedTuple

from kpikit.language.references import BASELINE, BEFORE, VALUE
from kpikit.language.sentences import AND
from kpikit.language.words import Words, either
from kpikit.language.years import ERA_YEAR

__all__ = [
    "AGENTS",
    "AMOUNTS",
    "BODIES",
    "CUT",
    "DECREASE",
    "DIFFERENCE",
    "DOING",
    "ENDED",
    "FEELINGS",
    "HANDLED",
    "HARM",
    "HEAD_NOUNS",
    "INCREASE",
    "LISTED",
    "MEASURED",
    "MEASURES",
    "MORE",
    "NET",
    "OF_ANOTHER",
    "OF_A_WHOLE",
    "OWN",
    "PER",
    "RATIO",
    "SHARES",
    "TURNED",
    "UNITS_OF",
    "Measure",
    "Noun",
]

# -- nouns with a sense ------------------------------------------------------------------------


class Noun(NamedTuple):
    """Nouns of one kind of thing, and which way is better of it."""

    #: The nouns, parted by blanks.
    words: str
    #: ``less`` or ``more`` is better; ``whole``: a share of a whole, none of which exceeds 100 %
    #: or is negative; ``company``, ``town``: so where it is that of such a body.
    features: str
    #: Names that are published, each behind its publisher, parted by blanks.
    examples: str = ""


#: What names end in, measure and all.
HEAD_NOUNS: Final = (
    # -- less is better
    Noun("障害発生件数 システム障害率 停止時間 待ち時間 待機時間 所要時間 搬送時間", "less"),
    Noun(
        "処理日数 処理期間 審査日数 審査期間 残業時間 残業時間数 超過勤務時間数 時間外勤務時間数 時間外労働時間数 到着時間 所定外労働時間 所定外労働時間数 超過勤務時間 時間外勤務時間 "
        "時間外労働時間 総労働時間 総実労働時間 総実労働時間数",
        "less",
        "宮城県:所定外労働時間数(時間) 愛知県:一般労働者の年間総実労働時間数 栃木県:総労働時間",
    ),
    Noun(
        "認知件数",
        "less",
        "宮城県:刑法犯認知件数(件) 茨城県:農作物盗難の認知件数 山梨県:認知件数",
    ),
    Noun(
        "排出量 ごみ量 ごみ総量 ごみの量 可燃ごみ量 残食率 残食量 残渣率 食べ残し量 ごみ処理量 最終処分量 最終処分率 焼却量 埋立量 廃棄量 食品ロス量 食品ロス発生量 "
        "汚濁負荷量 濃度超過日数 殺処分件数 殺処分数 殺処分頭数 致死処分",
        "less",
        "宮城県:産業廃棄物排出量(千t) 京都府:産業廃棄物最終処分量 三重県:県域からの温室効果ガス排出量 "
        "沖縄県:食品ロス量 茨城県:湖沼に流入する汚濁負荷量(COD) 沖縄県:譲渡可能な犬猫の殺処分件数",
    ),
    Noun(
        "エネルギー消費量 電力消費量 電気使用量 電力使用量 エネルギー使用量 燃料使用量 ガス使用量 "
        "紙使用量 用紙使用量 コピー用紙使用量 農薬使用量 肥料使用量 窒素使用量",
        "less",
        "山梨県:最終エネルギー消費量 山梨県:化学肥料由来の窒素使用量",
    ),
    Noun("長期入院患者数 長期入院者数 に要する時間 紙使用枚数 用紙使用枚数", "less"),
    Noun("漏水率 無収率 食塩摂取量 塩分摂取量 BOD値", "less"),
    Noun("低体重児出生率 低出生体重児率 低出生体重児出生率", "less"),
    Noun(
        "欠食率 不読率 有病率 有病者率 罹患率 り患率 発症率 再犯率 再犯者率",
        "less",
        "沖縄県:結核罹患率",
    ),
    Noun("喫煙率 飲酒率 肥満率", "less", "岡山県:20歳以上の喫煙率"),
    Noun("要介護認定率 要支援認定率", "less"),
    Noun(
        "失業率 離職率",
        "less",
        "愛知県:介護職員の離職率 沖縄県:女性の離職率 沖縄県:若年者(30歳未満)の完全失業率",
    ),
    Noun("離職者数 廃業率 後継者不在率", "less", "沖縄県:廃業率 沖縄県:後継者不在率"),
    Noun(
        "空き家率 空き店舗率 空家率 空室率 空き地率 排出係数", "less", "沖縄県:商店街の空き店舗率"
    ),
    Noun(
        "収入未済額 実質公債費比率 将来負担比率 区債残高 公債費負担割合 公債費負担比率 資金不足比率 人件費比率 "
        "欠損金比率 市債残高 市債現在高 地方債現在高 町債残高 村債残高 県債残高 府債残高 地方債残高 企業債残高 起債残高",
        "less",
        "三重県:公債費負担割合",
    ),
    Noun("転出者数 転出超過数", "less", "愛知県:20代女性の東京圏への転出超過数"),
    Noun(
        "60時間以上の雇用者 60時間以上の労働者 60時間以上労働者 60時間以上の就業者 60時間以上就業者",
        "less",
        "内閣府:週労働時間60時間以上の雇用者の割合",
    ),
    # -- by kind of body
    Noun("経常収支比率 経常収支適正度", "less town", "三重県:経常収支適正度"),
    Noun("経常収支比率 総収支比率", "more company"),
    # -- hospitals, waterworks
    Noun(
        "後発医薬品使用割合 後発医薬品使用率 医業収支比率 修正医業収支比率 料金回収率 有収率 紹介率 逆紹介率 入院患者数 外来患者数 手術件数",
        "more",
    ),
    Noun(
        "平均在院日数 在院日数 給水原価 職員給与費比率 給与費比率 材料費比率 累積欠損金 累積欠損金比率 "
        "経年化率 老朽化率 老朽管率",
        "less",
    ),
    # -- more is better: what is thought of it, what is known
    Noun(
        "満足度 納得度 幸福度 幸福感 愛着度 信頼度 理解度 好感度 実感度 貢献度 安心度 魅力度 推奨度 "
        "認知度 認知率 周知度 周知率",
        "more",
        "京都府:観光客の満足度 三重県:県立病院患者満足度 栃木県:県民愛着度 愛知県:SDGsの理解度 "
        "栃木県:人生会議(ACP)の認知度",
    ),
    # -- health, school, work
    Noun(
        "健康寿命 平均寿命 平均自立期間 自立期間 野菜摂取量 歩数 平均歩数",
        "more",
        "沖縄県:平均寿命 三重県:健康寿命",
    ),
    Noun(
        "受診率 接種率 検診率 健診率",
        "more",
        "滋賀県:特定健康診査受診率(%) 京都府:がん検診受診率 沖縄県:乳児健康診査の受診率",
    ),
    Noun(
        "正答率 進学率 合格率 就職率 就職内定率 就職決定率 進路決定率 卒業率 修了率",
        "more",
        "茨城県:大学進学率 長野県:県内大学卒業生の県内就職率 沖縄県:大学等進学率",
    ),
    Noun(
        "志願倍率 応募倍率 同意率 投票率 回答率 里親委託率 里親等委託率 就業率 雇用率 定着率 定住率 継続率 応答率 復職率 充足率 労働力率 応需率",
        "more",
        "宮城県:就業率(%) 栃木県:民間企業における障害者の雇用率 滋賀県:新規就農者定着率(就農3年後) "
        "沖縄県:民生委員の充足率",
    ),
    Noun(
        "従業者数 従業員数 合格者数 正規雇用者数 雇用者数 就業者数 従事者数 就職者数 就農者数 起業者数 創業者数",
        "more",
        "栃木県:林業従事者数 高知県:新規雇用就農者数 茨城県:大学・高校卒業者の県内企業等への就職者数",
    ),
    Noun(
        "医師数 看護師数 看護職員数 保健師数 薬剤師数 保育士数 介護職員数 介護福祉士数 専門医 衛生士数",
        "more",
        "愛知県:介護職員数 三重県:病院勤務医師数 栃木県:医療施設従事医師数(人口10万人対) "
        "鳥取県:訪問看護師数",
    ),
    Noun(
        "NPO法人数 防災組織数 会員数 団員数 隊員数 部員数 サポーター数 ボランティア数 ボランティア人数 リーダー数 指導員数 "
        "推進員数 防災士数 担い手数 後継者数",
        "more",
        "高知県:地域おこし協力隊の隊員数 沖縄県:市町村文化協会会員数 鳥取県:あいサポーター数",
    ),
    Noun(
        "外国人労働者数 留学生数 出生数 出生率 婚姻数 婚姻件数 婚姻率 成婚数 成婚件数 成立件数 成立数 カップル数",
        "more",
        "岡山県:出生数 長野県:婚姻数 京都府:合計特殊出生率 茨城県:県の結婚支援事業による成婚数",
    ),
    Noun(
        "移住者数 移住世帯数 移住件数 転入者数 定住者数 定住人口 交流人口 関係人口 居住人口 "
        "年少人口 生産年齢人口 関係人口数 交流人口数 移住相談件数 移住相談者数 総人口 ターン者数",
        "more",
        "長野県:移住者数 京都府:京都府への移住者数(累計) 山形県:県外・国外からの転入者数 "
        "三重県:移住相談件数 沖縄県:移住相談件数",
    ),
    # -- money earned
    Noun(
        "産出額 生産額 出荷額 出荷額等 販売額 販売金額 売上 売上高 売上額 売上金額 輸出額 移出額 付加価値額 "
        "収入額 収入金額 広告収入 取引額 取扱高 成約額 総生産 総生産額 純生産 投資額 募金額 寄附額 寄付額 寄附金額 寄付金額 ふるさと納税額 調達額",
        "more",
        "宮城県:農業産出額(億円) 愛知県:農業産出額 栃木県:製造品出荷額等 三重県:海面養殖業産出額 "
        "山形県:輸出額 茨城県:農産物・加工食品の輸出額",
    ),
    Noun(
        "消費単価 観光消費額 旅行消費額 飲食消費額 消費額単価 経済効果 波及効果 観光収入 税収",
        "more",
        "宮城県:観光消費額(億円) 長野県:観光消費額 愛知県:観光消費額 岡山県:訪日外国人旅行消費額",
    ),
    Noun(
        "生産性 労働生産性 所得 所得額 年収 賃金 工賃 工賃月額 雇用者報酬 利益率 収益率 自給率 購買率 地場産物使用率 地場産物利用率 稼働率 開業率 "
        "自主財源比率 財政力指数 基金残高 総合指数",
        "more",
        "長野県:労働生産性 山梨県:1人当たりの県民所得 宮城県:開業率(%) 沖縄県:エネルギー自給率",
    ),
    Noun(
        "収納率 徴収率 納付率 収入率 回収率 口座振替率",
        "more",
        "三重県:県税徴収率",
    ),
    # -- visitors, readers, passengers
    Noun(
        "来場者数 来館者数 来園者数 来訪者数 来県者数 来客数 入場者数 入館者数 入園者数 入込数 入込客数 "
        "観光客数 入域観光客数 宿泊者数 宿泊客数 宿泊数 集客数 観客数 観覧者数 観客動員数 誘客数 滞在日数 宿泊日数 歩行者通行量 通行者数 歩行者数",
        "more",
        "宮城県:観光客入込数(万人) 滋賀県:延観光入込客数(万人) 長野県:外国人延べ宿泊者数 小矢部市:図書館入館者数 "
        "栃木県:県内公立文化施設入館者数",
    ),
    Noun(
        "旅客数 乗客数 乗降客数 乗車人員 輸送人員 利用客数 乗車数 取扱量 取扱貨物量 貨物量 寄港回数 寄港数 便数 航路数 路線数",
        "more",
        "愛知県:中部国際空港旅客数 茨城県:茨城空港の旅客数 京都府:京都舞鶴港コンテナ取扱量(空コンテナ含む)",
    ),
    Noun(
        "アクセス数 アクセス件数 閲覧数 閲覧件数 閲覧者数 閲覧回数 訪問者数 ビュー数 PV数 再生数 再生回数 視聴回数 視聴者数 "
        "ダウンロード数 ダウンロード件数 DL件数 DL数 フォロワー数 フォロワー等の数 いいね数 登録者数 友だち数 ユーザー数 "
        "リピーター率",
        "more",
        "沖縄県:首里城関係文化財のWEB公開の累計アクセス件数 三重県:県が防災情報を提供するホームページのアクセス数 "
        "高知県:プレコンセプションケアLP閲覧数 岡山県:県のSNSフォロワー等の数",
    ),
    Noun(
        "文化財数 指定文化財数 文化財指定件数 文化財登録件数 貸出数 貸出し数 貸出冊数 貸出点数 蔵書数 蔵書冊数 読書冊数 読書率 応募者数 応募数 応募件数 "
        "入賞数 入賞件数 優勝数 受賞件数 受賞数",
        "more",
        "小矢部市:市民一人当り図書資料貸出し数 三重県:全国大会の入賞数 山梨県:山梨メディア芸術アワード応募数",
    ),
    # -- places and land
    Noun(
        "整備率 整備面積 整備延長 耐震化率 耐震適合率 舗装率 水洗化率 普及率 緑化率 緑被率 改修率 改良率 供用面積 供用延長 "
        "完了率 進捗率 達成率 適合率 カバー率 組織率 防災組織率 着用率 備蓄率 固定率 免許状保有率 カード保有率 交付率 策定率 作成率 "
        "認証率 公開率 公表率 開通率 集積率 増殖量 導入量 導入容量",
        "more",
        "鯖江市:河川施設の整備率 千葉県:防災拠点となる公共施設等の耐震化率 沖縄県:汚水処理人口普及率 "
        "岡山県:自主防災組織率 栃木県:自転車のヘルメット着用率 三重県:環境基準達成率 山梨県:農地集積率",
    ),
    Noun(
        "リサイクル率 再生利用率 再資源化率 資源化率 資源化量 再生利用量 リサイクル量 集団回収量 減量率 減量化率",
        "more",
        "宮城県:一般廃棄物リサイクル率(%) 京都府:再生利用率 三重県:廃プラスチック類の再生利用率",
    ),
    Noun(
        "緑地面積 藻場面積 作付面積 栽培面積 造林面積 間伐面積 公園面積 保護区域面積 認証取得面積 森林整備面積 生産量 収穫量 漁獲量 水揚げ量 水揚量 "
        "飼養頭数 生産頭数 出荷量 供給量 生産戸数 捕獲数 捕獲頭数",
        "more",
        "鳥取県:養殖による水揚げ量 山梨県:木材生産量 長野県:民有林における造林面積 沖縄県:海面漁業生産量 "
        "宮城県:野生鳥獣の捕獲数(イノシシ)(頭)",
    ),
    Noun(
        "定員数 定員総数 食堂数 食堂の数 居場所数 居場所の数 通いの場の数 通いの場数 サロン数 カフェ数 支援センター数 支援拠点数 相談窓口数 "
        "チーム数 都市公園面積",
        "more",
        "高知県:子ども食堂数 三重県:子どもの居場所数 滋賀県:地域子育て支援拠点数(箇所)",
    ),
    # -- what is done about something bad
    Noun(
        "検挙率 検挙件数 解消率 解消件数 解決率 解決件数 是正率 是正件数 回復率 救済率 除却件数 除却戸数 除却数 撤去件数 撤去率 "
        "再就職率 復帰率 復帰者数 救命率 生存率",
        "more",
        "岡山県:刑法犯検挙率 栃木県:刑法犯検挙率 三重県:重要犯罪の検挙率",
    ),
)

#: Nouns of harm. ``less``: what names count of it, with a measure behind it, is better the less;
#: ``beside``: with it, nothing is told by what is done.
HARM: Final = (
    Noun(
        "死者 死亡 死亡者 死傷者 負傷者 重傷者 自殺者 自殺 溺死者 救急搬送者 熱中症",
        "less",
        "宮城県:自殺死亡率(人口10万対) 茨城県:自殺者数(20歳未満) 愛知県:交通事故死者数 "
        "栃木県:交通事故重傷者数 鳥取県:75歳未満がん年齢調整死亡率(人口10万対)",
    ),
    Noun(
        "陥没 犯罪 刑法犯 窃盗 盗難 詐欺 特殊詐欺 事故 交通事故 人身事故 重傷事故 死亡事故 飲酒運転 火災 出火 被害 "
        "暴力行為 虐待 違反 不法投棄 不法行為 落書き トラブル",
        "less",
        "岡山県:人身交通事故件数 三重県:飲酒運転事故件数 沖縄県:水難事故発生件数 茨城県:不法投棄発生件数 "
        "三重県:野生鳥獣による農林水産業被害金額 三重県:建設系廃棄物の不法投棄件数",
    ),
    Noun(
        "食中毒 感染症 伝染病 肥満傾向児 肥満傾向 肥満者 喫煙 飲酒 欠食 むし歯 う歯 う蝕 低栄養 低栄養傾向 閉じこもり 閉じこもり傾向 コントロール不良者 低出生体重児 早産 "
        "予備群 メタボリックシンドローム該当者 該当者及び予備群 糖尿病有病者 高血圧者 透析患者 新規透析導入患者 導入患者 要介護認定者 要支援認定者 介護認定者",
        "less",
        "宮城県:メタボリックシンドローム該当者及び予備群の割合(%) 沖縄県:小5、中2の肥満傾向児の出現率 "
        "福島県:メタボリックシンドローム該当者及び予備群の割合(特定健康診査受診者) "
        "栃木県:糖尿病性腎症による新規透析導入患者数 山梨県:メタボリックシンドローム該当者の割合",
    ),
    Noun(
        "待機児童 待機児 待機者 入所待機者 不登校児童 不登校児童生徒 不登校生徒 不登校者 不登校 中途退学者 中退者 中途退学 退学者 "
        "ひきこもり 休職者 高ストレス者 未就職卒業者 困窮世帯 貧困 失業者 完全失業者 離職者 廃業 倒産",
        "less",
        "宮城県:保育所等利用待機児童数(人) 京都府:保育所における待機児童数 茨城県:放課後児童クラブの待機児童数 "
        "愛知県:若者(25歳~44歳)の完全失業者数 三重県:介護度が重度で在宅の特別養護老人ホームの入所待機者数 "
        "沖縄県:沖縄こども調査による困窮世帯の割合",
    ),
    Noun(
        "滞納 滞納者 滞納繰越 未収金 未収 未納 苦情 クレーム 渋滞 放置艇 放置自転車 耕作放棄地 遊休農地 荒廃農地 空き家 空家 空き店舗 "
        "未整備 漏水 食品ロス 赤潮 不発弾",
        "less",
        "岡山県:放置艇の隻数 沖縄県:主要渋滞箇所数 沖縄県:埋没不発弾量(推計)",
    ),
    Noun(
        "役割分担意識 疾患 疾病 病気 症状 差別 偏見 いじめ 孤立 孤独 不安 不満 悩み 負担 ストレス 困りごと",
        "beside felt",
    ),
    Noun(
        "がん 癌 障害発生 依存症 要介護 要支援 介護認定 生活保護 困って 転落 転倒 解約 中止 辞退 取消 抹消 停止 廃止 延滞 遅延 "
        "超過 時間外 残業 放棄 マイカー 自家用車 自動車利用 ごみ 廃棄 排出 絶滅 外来種 侵略 危険 老朽 待機 泥酔 加害 不法 不正 "
        "負債 赤字 損失 保護件数 入院 施設入所 薬物 困窮 減少 低下",
        "beside",
    ),
)

#: Verbs of doing and using: the more of it, the better, unless it is done to, or with, some harm.
DOING: Final = (
    Noun(
        "留学 寄贈 指定 受注 継続 出場 提出 見直し 修繕 補修 更新 改良 接続 寄附 寄付 運動習慣 利用 活用 参加 参画 加入 登録 受講 受診 修了 認証 認定 取得 実施 実践 導入 採用 設置 配置 策定 作成 開催 開設 開設等 "
        "養成 育成 輩出 創出 開発 採択 成約 締結 交付 立地 誘致 進出 起業 創業 就農 移住 定住 貸出 公開 公表 提供 発信 配信 掲載 活動 投資 取引 出願 提案 立ち上げ 発掘 結成 来訪 "
        "普及 整備 整備済 整備完了 改修 改築 耐震化 無電柱化 バリアフリー化 水洗化 デジタル化 電子化 オンライン化 自動化 木造化 資源化 長寿命化 "
        "LED化 ペーパーレス化 ペーパーレス 再生 保全 植栽 出店 出展 出品 受入 受け入れ 派遣 連携 協働 交流 マッチング 商品化 事業化 実用化 "
        "事業承継 承継 支援 研修 訓練 体験 学習 講座 出前講座 説明会 モニタリング 点検 検査 申請 申込 予約 応募 献血 表彰 確保 "
        "取り組み 取組み 取組 宣言 証明書発行 推進 展開 挑戦 対策 措置 就職 就労 雇用 登用 訪問 診断 備蓄 協力 応援 サポート 相談対応 "
        "フォロー アクセス 閲覧 ダウンロード 就業 移行 誘導 助言 伐採 間伐 植樹 清掃 回収",
        "more",
        "宮城県:女性のチカラを活かすゴールド認証企業数(社) 滋賀県:認知症サポーター養成数(人) 栃木県:消費者教育の受講者数 "
        "鳥取県:県有避難所施設のWi-Fi整備率 岡山県:コミュニティ・スクールを導入している公立学校の割合 "
        "茨城県:県立美術館・博物館の利用者数 長野県:公共交通機関利用者数 千葉県:健康危機対策研修修了者数 "
        "三重県:就職支援セミナー等を受講した人の割合",
    ),
    Noun(
        "休養 夢 目標 読 備え 心がけ 取り組 運動 スポーツ 読書 確認 入手 観戦 鑑賞 習得 行動 対応 運用 維持 相談 指導 能力 力が身に付 関わっ 満足 実感 愛着 誇り 意識 努め 助け 食べ 働き続け 住み続け 解消 解決 向上 改善 達成 発揮 充実 定着",
        "more clause",
        "京都府:子育てに喜びや楽しみを実感している親の割合 茨城県:妊娠・出産について満足している者の割合 "
        "栃木県:普段から災害に備えている県民の割合 三重県:いじめの認知件数に対して解消したものの割合",
    ),
)

#: What is good to feel and to say of something.
FEELINGS: Final = (
    "尊重 健康感 肯定感 有用感 取れて とれて 満足 楽しい 楽しさ 楽しく 喜び 住みよい 住みやすい しやすい やすい 安心 安全 愛着 誇り 幸せ 幸福 生きがい やりがい "
    "好き 良い よい よいところ 大切 充実 信頼 向上 実感 豊か 魅力 きれい 快適 肯定的 役立 役に立 知っている 理解している 続けたい "
    "住みたい 働きたい 平等 守られ 活かされ 確保できて 活用されて 取り組んで"
)
#: Who or what does something, or has it done: 参加者, 認証企業, 設置市町村.
AGENTS: Final = (
    "者 人 児童 生徒 児童生徒 学生 高齢者 職員 教員 会員 選手 家庭 世帯 農業者 漁業者 林業者 業者 自治会 町内会 企業 事業者 事業所 団体 組織 法人 会社 経営体 農家 店 店舗 "
    "学校 小学校 中学校 高等学校 高校 大学 校 園 施設 病院 医療機関 市町村 市町 市 町村 自治体 地区 地域 区域 集落 箇所 か所 産地 "
    "事業 制度 計画 協定 プロジェクト プログラム プラン イベント 講座 研修 教室 会議 セミナー チーム サイト 品目 品種 商品 製品 文化財 "
    "手続 手続き 業務 サービス システム 資料 情報 データ 課程 先 元 延人 延べ人 サポーター リーダー ボランティア 人材"
)
#: The kinds of body that a noun may be of, by words of titles and of names.
BODIES: Final = (
    Words(
        "病院 医療センター 診療所 水道 上水道 下水道 公営企業 企業会計 交通局 交通事業 ガス事業 電気事業",
        "company",
    ),
    Words(
        "財政 行財政 行革 行政改革 行政経営 市政 町政 村政 県政 一般会計 普通会計 総合計画", "town"
    ),
)
#: Head nouns of shares of a whole, none of which exceeds 100 % or is negative.
OF_A_WHOLE: Final = tuple(
    "割合 喫煙率 有病率 受診率 接種率 進学率 合格率 失業率 離職率 就業率 就職率 普及率 認知率 認知度 "
    "加入率 設置率 投票率 回答率 満足度 耐震化率 舗装率 水洗化率 策定率 導入率".split()
)
#: Words in a name that make a share one of something else: of a plan, of the year before.
OF_ANOTHER: Final = ("比", "対する", "増", "減", "達成", "計画")

# -- nouns of measure --------------------------------------------------------------------------


class Measure(NamedTuple):
    """Nouns of one measure."""

    #: The nouns, parted by blanks.
    nouns: str
    #: The base unit that no other noun has; ``""`` if there is none.
    unit: str = ""
    #: The base units that a level of it may have; ``""`` for any.
    units: str = ""
    #: Whether it is an amount, which is no share of anything.
    is_amount: bool = False


#: What a name ends in.
MEASURES: Final = (
    Measure("数 回数 枚数 部数 日数 台数 戸数 頭数 量", is_amount=True),
    Measure("人数 者数 件数", unit="人", is_amount=True),
    Measure("額 金額", unit="円", is_amount=True),
    Measure("面積", unit="m2", is_amount=True),
    Measure("距離", unit="m"),
    Measure("時間", unit="時間", units="時間 日 か月 年"),
    Measure("率 割合", units="% ポイント 倍 点"),
    Measure("分 幅 効果"),
)

#: Nouns of an amount.
AMOUNTS: Final = tuple(each for row in MEASURES if row.is_amount for each in row.nouns.split())
#: Each noun whose units are known, with their base units.
UNITS_OF: Final = tuple(
    (tuple(row.nouns.split()), frozenset(row.units.split())) for row in MEASURES if row.units
)
#: Base unit → the nouns that cannot have it, since it is that of others.
OWN: Final = {
    own.unit: tuple(
        noun for row in MEASURES if row.unit not in ("", own.unit) for noun in row.nouns.split()
    )
    for own in MEASURES
    if own.unit
}
_MEASURE: Final = either(*(row.nouns for row in MEASURES))

# -- nouns of change ---------------------------------------------------------------------------

MORE: Final = "増加 増 増大 拡大 上昇 向上"
CUT: Final = "削減 減少 短縮 縮減 縮小 低減 低下 圧縮 軽減 抑制"
#: What becomes of something bad, so that more of it is better.
ENDED: Final = "解消 防止 回避"
#: What is done to something bad; 改善率 is no part of it, 改善した is.
HANDLED: Final = "防除 改善 活用 撤去 除却 解決 整理 徴収 回収 収納 再生"
_DONE: Final = either("した された できた")
_GAP: Final = "差 かい離 乖離 増減 収支"

#: 削減時間 is a reduction; whether 経費の削減 is one or what is left of the costs, the name does
#: not say.
INCREASE: Final = f"{either(MORE)}{_MEASURE}$"
DECREASE: Final = f"{either(CUT)}{_MEASURE}$"
#: What may well be negative.
DIFFERENCE: Final = f"{either(_GAP)}{_MEASURE}?$"
#: What a name of its own ends in.
MEASURED: Final = f"(?:{_MEASURE}|度)$"
#: What before a noun turns it round: 非喫煙率, 解消した待機児童数.
TURNED: Final = f"(?:非|在宅|再エネ|再生可能エネルギー|(?<!未){either(CUT, ENDED)}{_DONE}?|{either(HANDLED)}{_DONE})$"
#: Words of counts that are a difference.
NET: Final = tuple(f"{_GAP} 移動 超過 増 減 動態 変動 純".split())

# -- what a name says beside its noun ----------------------------------------------------------

#: Words of a remark that say per what a value is: 人口10万対, 千人当たり.
PER: Final = ("当たり", "あたり", "当り", "対")
#: Words of a remark that make a share of an amount: 2013年度比.
SHARES: Final = ("比", "率", "割合", "%", "％")
#: A ratio to another value of the same indicator: ごみ排出量(対前年度比), 2013年度比.
RATIO: Final = (
    rf"(?P<of>{BEFORE}|{BASELINE}|(?:{ERA_YEAR}|\d{{4}})年?度?)"
    rf"{VALUE}の?{either('比 比率 割合')}(?!較)"
)
#: What stands between the names of a list.
LISTED: Final = f"[、，,]|{either(AND)}"
