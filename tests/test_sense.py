"""Which way is better by the name of an indicator alone."""

from __future__ import annotations

import pytest

from kpikit import Direction
from kpikit.language import nouns
from kpikit.language.nouns import Noun
from kpikit.model.sense import (
    Aim,
    Body,
    Nouns,
    aim_of,
    body_beside,
    body_of,
    comes_unasked,
    sense,
)

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER

TABLE = (*nouns.HEAD_NOUNS, *nouns.HARM, *nouns.DOING, *nouns.GOODS)
PUBLISHED = [(row, name) for row in TABLE for name in row.examples.split()]


class TestTable:
    """Every row of the table holds for the names that it has as examples."""

    @pytest.mark.parametrize(("row", "name"), PUBLISHED, ids=[name for _, name in PUBLISHED])
    def test_examples(self, row: Noun, name: str) -> None:
        body = Body.TOWN if "town" in row.features else None
        way = LOWER if "less" in row.features else HIGHER
        assert sense(name.partition(":")[2], body=body) is way

    def test_no_name_stands_in_it(self) -> None:
        words = {word for row in TABLE for word in row.words.split()}
        assert not words & {"割合", "率", "比率", "数", "件数"}


class TestHeads:
    """The noun that a name ends in, unless a word before it turns it round."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("交通事故死者数", LOWER),
            ("死者数の減少率", HIGHER),
            ("参加者数の減少率", LOWER),
            ("事故件数の増加率", LOWER),
            ("人口の増加率", None),
            ("相談件数の減少率", None),
            ("温室効果ガス排出量削減率", HIGHER),
            ("非喫煙率", HIGHER),
            ("解消した待機児童数", HIGHER),
            ("整理した滞納額", HIGHER),
            ("CO2削減排出量", HIGHER),
            ("未解消待機児童数", LOWER),
            ("発生した事故件数", LOWER),
            ("支援を受けた不登校児童の割合", None),
            ("刑法犯認知件数", LOWER),
            ("いじめの認知件数", None),
            ("空き家率", LOWER),
            ("空き家活用件数", HIGHER),
            ("職員の離職率", LOWER),
            ("一人当たりの残業時間", LOWER),
            ("実質公債費比率", LOWER),
            ("非正規雇用者数", LOWER),
            ("社会増減数", HIGHER),
            ("児童数の増減", None),
            ("全国平均正答率とのかい離", None),
            ("割合", None),
            ("件数", None),
        ],
    )
    def test_head(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    def test_the_callers_own(self) -> None:
        assert sense("欠席日数", Nouns({"欠席日数"})) is LOWER
        assert sense("欠席日数", Nouns(more={"欠席日数"})) is HIGHER
        assert sense("講座の利用者数", Nouns(doing=())) is None


class TestMunicipalities:
    """Names of which a city's plan is full."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("住宅用火災警報器設置率", HIGHER),
            ("空き家バンク登録件数", HIGHER),
            ("家具の転倒防止対策をしている世帯の割合", HIGHER),
            ("がん検診受診者数", HIGHER),
            ("審議会等における女性委員の比率", HIGHER),
            ("認定農業者数", HIGHER),
            ("下水道接続率", HIGHER),
            ("市民1人当たり図書貸出冊数", HIGHER),
            ("広報紙を読んでいる市民の割合", HIGHER),
            ("運動習慣者の割合", HIGHER),
            ("平均在院日数", LOWER),
            ("低体重児出生率", LOWER),
            ("3歳児の1人平均むし歯数", LOWER),
            ("1人1日当たりごみの排出量", LOWER),
            ("市債現在高", LOWER),
            ("有害鳥獣による農作物被害額", LOWER),
            ("職員1人当たり時間外勤務時間数", LOWER),
            ("有効求人倍率", None),
            ("生活保護率", None),
            ("職員数", None),
            ("消費生活相談件数", None),
        ],
    )
    def test_name(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestShares:
    """The noun of a share is its numerator."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("来館者数に対する利用件数の割合", HIGHER),
            ("在宅勤務を実施した職員の月ごとの割合", HIGHER),
            ("会議（庁議）に係るペーパーレス会議の実施割合", HIGHER),
            ("不登校児童生徒のうち学習支援を受けている児童生徒の割合", HIGHER),
            ("保育所入所希望者に対する待機児童数の割合", LOWER),
            ("週労働時間60時間以上の雇用者の割合", LOWER),
            ("管理職に占める女性の割合", HIGHER),
            ("高齢者の割合", None),
            ("むし歯のない者の割合", HIGHER),
            ("むし歯のある者の割合", LOWER),
            ("朝食を欠食する児童の割合", LOWER),
            ("朝食を毎日食べる児童の割合", HIGHER),
            ("違反した事業者を利用した人の割合", None),
            ("研修に参加していない職員の割合", LOWER),
            ("特定健診の未受診率", LOWER),
            ("DV相談窓口を知っている人の割合", HIGHER),
            ("DV相談窓口を知っていない人の割合", None),
            ("不安を感じる人の割合", LOWER),
            ("不安を感じない人の割合", HIGHER),
            ("住みやすいと思う市民の割合", HIGHER),
            ("住みやすいと思わない市民の割合", LOWER),
        ],
    )
    def test_share(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestDoing:
    """What is done and used, unless it is done to some harm."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("RPAツールの導入事業数", HIGHER),
            ("講座の延べ参加者数", HIGHER),
            ("オープンデータ公開数", HIGHER),
            ("事故防止教室の参加者数", HIGHER),
            ("要介護者の利用件数", None),
            ("講座の未参加者数", LOWER),
            ("活動に参加した人の数", HIGHER),
            ("無利用施設数", None),
            ("相談件数", None),
            ("施設数", None),
        ],
    )
    def test_count(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestRemarks:
    """A remark that names a measure must not say anything else than the name before it."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("元気な高齢者（健康講座の参加者数）", HIGHER),
            ("意識の変化（文化が大切だと思う人の割合）", HIGHER),
            ("利用件数（事故件数）", None),
            ("入所者削減数（死者数）", None),
            ("利用者数（延べ人数）【市内】", HIGHER),
            ("介護職員数（人）※標本調査による推計値", HIGHER),
        ],
    )
    def test_remark(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestPublishedElsewhere:
    """Names as plans of other cities have them, each judged by hand."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            # the first of two that a ratio is of
            ("企業債残高対給水収益比率", LOWER),
            ("職員給与費対医業収益比率", LOWER),
            ("材料費対医業収益比率", LOWER),
            ("対象者の割合", None),
            # harm
            ("精神病床における1年以上長期入院患者数", LOWER),
            ("入院患者数", None),  # more is better of a hospital only
            ("低栄養傾向の高齢者の割合", LOWER),
            ("閉じこもり傾向のある高齢者の割合", LOWER),
            ("血糖コントロール指標におけるコントロール不良者の割合", LOWER),
            ("職員のメンタルヘルス不調による休職者の割合", LOWER),
            ("性別による固定的な役割分担意識を持つ人の割合", LOWER),
            # what is not done, and not to be had
            ("睡眠で休養が十分とれていない者の割合", LOWER),
            ("スポーツをまったくしない人の割合", LOWER),
            ("1か月に1冊も本を読まない生徒の割合", LOWER),
            ("困ったときに相談できる人がいない高齢者の割合", LOWER),
            # what is good to have, and to feel
            ("将来の夢や目標を持っている児童の割合", HIGHER),
            ("主観的健康感の高い高齢者の割合", HIGHER),
            ("ワーク・ライフ・バランスが取れていると感じる人の割合", HIGHER),
            ("人権意識調査で「人権が尊重されている」と回答した人の割合", HIGHER),
            # what those in need come to
            ("生活困窮者の就労率", HIGHER),
            ("外来種の防除面積", HIGHER),
            # what is done
            ("治療継続者の割合(糖尿病)", HIGHER),
            ("事務事業の見直し件数", HIGHER),
            ("福祉避難所の指定数", HIGHER),
            ("海外留学者数", HIGHER),
            # what it takes
            ("議事録作成に要する時間", LOWER),
            ("苦情対応の平均処理日数", LOWER),
            ("市営住宅の空室率", LOWER),
            # what nobody can tell
            ("地域包括支援センターの相談件数", None),
            ("駐車場の満車率", None),
            ("就学援助の受給率", None),
        ],
    )
    def test_name(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestClasses:
    """What is paid and owed, measured of a body, thought and felt, met by a bound."""

    @pytest.mark.parametrize(
        "name",
        [
            "汚水処理原価",
            "患者1人1日当たり薬品費",
            "一般会計繰入金",
            "ごみ排出原単位",
            "BOD75%値",
            "119番通報から現場到着までの時間",
            "救急隊の到着平均時間",
            "紙の使用枚数",
            "高齢化率",
            "収縮期血圧の平均値(男性)",
            "LDLコレステロール160mg/dl以上の者の割合(男性)",
            "待ち時間1時間以上の患者の割合",
            "教職員の時間外在校等時間が月45時間を超える割合",
            "歩数が4,000歩未満の者の割合",
            "視力1.0未満の児童の割合",
            "足腰に痛みのある高齢者の割合",
            "閉じこもりリスク該当者の割合",
            "フレイル該当者の割合",
            "産後うつのリスクが高い産婦の割合",
            "文化・芸術に触れる機会がなかった市民の割合",
            "睡眠時間が6時間未満の人の割合",
            "市民の声への回答までの平均日数",
            "転倒・転落発生率",
            "30日以内の予定外再入院率",
            "重複・頻回受診者数",
            "軽症者の救急搬送割合",
            "鉛製給水管残存件数",
            "公共交通空白地域の人口割合",
            "ナラ枯れ被害本数",
            "地下水の硝酸性窒素の基準超過井戸数",
            "ハラスメントを受けたことがある職員の割合",
            "家庭内で孤立を感じることがある人の割合",
            "DV被害経験のある人の割合",
            "制度を知らない市民の割合",
            "学校に行きたくないと思う児童の割合",
            "生きがいがないと感じる高齢者の割合",
            "住みにくいと感じる市民の割合",
            "固定的な性別役割分担意識に賛成する人の割合",
            "「夫は外で働き、妻は家庭を守るべき」という考え方に同感する人の割合",
        ],
    )
    def test_less(self, name: str) -> None:
        assert sense(name) is LOWER

    @pytest.mark.parametrize(
        "name",
        [
            "入院診療単価",
            "下水道使用料収入",
            "当年度純損益",
            "財政調整基金残高",
            "採用試験の受験倍率",
            "定住意向",
            "患者満足度調査(外来)",
            "太陽光発電設備の設置容量",
            "非構造部材耐震補強実施率",
            "老朽管の更新率",
            "防災士の人数",
            "就業延人員",
            "空き店舗への出店数",
            "経費節減額",
            "運動習慣のある者の割合",
            "HbA1c7.0%未満の者の割合",
            "かかりつけ医を持つ人の割合",
            "60歳で24歯以上の自分の歯を有する者の割合",
            "家具の転倒防止対策を講じている世帯の割合",
            "家庭学習を1時間以上する児童の割合",
            "読書が好きな児童の割合",
            "災害に強いまちづくりが進んでいると思う市民の割合",
            "施設入所者の地域生活への移行者数",
            "固定的な性別役割分担意識に反対する人の割合",
            "「男は仕事、女は家庭」という考え方に同意しない人の割合",
        ],
    )
    def test_more(self, name: str) -> None:
        assert sense(name) is HIGHER

    @pytest.mark.parametrize(
        "name",
        [
            "飲酒運転検挙件数",
            "認定率",
            "駅前の再開発に賛成する市民の割合",
            "悩みがあることを知っている人がいない人の割合",
            "相談件数が10件以上の窓口の割合",
            "面積が10ha以下の公園の割合",
        ],
    )
    def test_nothing(self, name: str) -> None:
        assert sense(name) is None


class TestBodies:
    """Some nouns mean one thing for a city, and another for a hospital."""

    @pytest.mark.parametrize(
        ("body", "way"), [(None, None), (Body.TOWN, LOWER), (Body.COMPANY, HIGHER)]
    )
    def test_current_balance(self, body: Body | None, way: Direction | None) -> None:
        assert sense("経常収支比率", body=body) is way

    def test_one_kind_only(self) -> None:
        assert sense("総収支比率", body=Body.TOWN) is None

    @pytest.mark.parametrize(
        ("titles", "body"),
        [
            ([], None),
            (["経常収支比率", "市立病院経営強化プラン"], Body.COMPANY),
            (["第5次行政改革大綱"], Body.TOWN),
            (["市立病院の行政改革", "水道事業"], Body.COMPANY),
        ],
    )
    def test_body(self, titles: list[str], body: Body | None) -> None:
        assert body_of(titles) is body

    @pytest.mark.parametrize(
        ("names", "body"),
        [
            ([], None),
            (["経常収支比率", "市税の徴収率"], None),
            (["将来負担比率", "市税の徴収率"], None),
            (["経常収支比率", "実質公債費比率", "市税の徴収率", "利用者数"], Body.TOWN),
            (["経常収支比率", "将来負担比率", "水道の有収率"], None),
            (["経常収支比率", "病床利用率", "紹介率"], Body.COMPANY),
            # one name of a waterworks in the plan of a town
            (["経常収支比率", "水道の有収率", "利用者数", "出生数"], None),
        ],
    )
    def test_beside(self, names: list[str], body: Body | None) -> None:
        assert body_beside(names) is body


class TestPlans:
    """What a plan wants there to be, and what it wants to be rid of."""

    @pytest.mark.parametrize(
        "name",
        [
            # what there is to be
            "自主防犯活動団体の数",
            "災害時応援協定数",
            "回復期病床数",
            "救急救命士の人数",
            "スクールソーシャルワーカー配置数",
            "認定こども園",
            "青色防犯パトロール車の台数",
            "学校給食における県内産食材の使用割合",
            "し尿の適正処理率",
            "健全な橋梁の割合",
            # what is done
            "立地適正化計画の策定・改定数",
            "学校トイレの洋式化率",
            "通学路の安全対策の実施",
            "汚泥の有効利用率",
            "粗大ごみのリユース点数",
            "事業継続力強化計画の認定を受けた企業",
            "夫の育児・家事関連時間",
            "入所者のうち、地域生活への移行者数",
            # what can be done, is wished for, is had
            "育てにくさを感じたときに対処できる親の割合",
            "この地域で子育てをしたいと思う親の割合",
            "全国平均を上回る教科数",
            "先生は話を聞いてくれると答えた児童の割合",
            "美術館に行ったことがある市民の割合",
            "授業で端末をほぼ毎日使う学校の割合",
            "子育ての悩みを相談できる人がいる親の割合",
            "市役所を訪れずに手続を完了できた人の割合",
            "たばこを吸わない妊婦の割合",
            "理想とする数の子どもを持てると思う市民の割合",
            "女性の管理職がいる事業所の割合",
            "書かない窓口の導入課数",
            "土砂災害に対する要対策箇所の整備済数",
            # beside others, and with an answer
            "全国学力・学習状況調査の平均正答率の全国比(国語)",
            "来訪者の満足度「非常に満足」",
            "バスの定時性(遅延5分以内の割合)",
        ],
    )
    def test_more(self, name: str) -> None:
        assert sense(name) is HIGHER

    @pytest.mark.parametrize(
        "name",
        [
            "研修に参加していない職員数",
            "生活排水の未処理人口",
            "図書の未返却冊数",
            "工業団地の未分譲区画数",
            "ニホンジカの推定生息数",
            "商店街の空き店舗数",
            "交通空白地域の居住人口",
            "住民票の誤交付件数",
            "橋梁の健全度IIIの橋数",
            "老朽化した水道管の残存延長",
            "事務処理に要した年間時間数",
            "時間外勤務が月80時間を超えた職員数",
            "不登校児童生徒数の全国平均との比較値",
            "悩みを相談できる相手がいない市民の割合",
            "ストレスを解消できていない人の割合",
            "ハザードマップを見たことがない世帯の割合",
            "乳幼児の保護者のうちたばこを吸う者の割合",
            "食事に困ったことがある世帯の割合",
            "朝食を1人で食べる子どもの割合",
            "1日3時間以上テレビゲームをする児童の割合",
            "学習塾等に経済的理由で通えない子どもの割合",
            "近所付き合いがほとんどない人の割合",
            "漁港の機能保全が必要な施設数",
            "通学路の要対策箇所数",
            "公共交通に不便を感じる市民の割合",
            "たき火を原因とする火災の件数",
            "糖尿病の新規患者数",
            "教育用コンピュータ1台当たりの児童生徒数",
        ],
    )
    def test_less(self, name: str) -> None:
        assert sense(name) is LOWER

    @pytest.mark.parametrize(
        "name",
        [
            "離職看護師数",
            "海岸漂着物の回収・処理量",
            "不法投棄の回収量",
            "温室効果ガスの排出・吸収量",
            "従業員5人以下の企業の割合",
            "公共施設数",
            "人口",
            "人口密度",
            "患者数",
            "新規患者数",
            "単位当たり経費",
            "高齢者人口",
        ],
    )
    def test_nobody_can_tell(self, name: str) -> None:
        assert sense(name) is None


class TestQualified:
    """What stands before a noun of what is wanted may turn it, or leave it without a sense."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            # a clause that is not done, or of which something bad has come about
            ("研修を受けていない保育士数", LOWER),
            ("一度も利用したことがない会員数", LOWER),
            ("資格を持たない介護職員数", LOWER),
            ("耐震性のない避難所数", LOWER),
            ("休職中の医師数", None),
            ("死亡した従業員数", None),
            ("入院した雇用者数", None),
            ("指定を取り消された文化財数", None),
            ("解雇に至った従業者数", None),
            ("停止の発生した路線数", None),
            ("減便数", None),
            ("県内に就職した看護師数", HIGHER),
            ("認定を受けた防災士数", HIGHER),
            ("市内に居住する従業者数", HIGHER),
            ("防災士の資格がある団員数", HIGHER),
            # a bound
            ("医師の時間外労働時間年960時間超の医師数", LOWER),
            ("過労死ライン超の医師数", None),
            ("65歳以上の就業者数", HIGHER),
            # where it is
            ("浸水想定区域内の避難所数", None),
            ("浸水想定区域内の居住人口", LOWER),
            ("浸水想定区域内の避難確保計画作成率", HIGHER),
            # what goes on
            ("喫煙継続率", LOWER),
            ("むし歯保有率", LOWER),
            ("マイナンバーカードの保有率", HIGHER),
            ("要介護状態への移行率", LOWER),
            ("禁煙継続率", HIGHER),
            ("一般就労への移行率", HIGHER),
            # what is put right
            ("消防法令違反の是正率", HIGHER),
            ("特殊詐欺被害の阻止率", HIGHER),
            # a list that a harm begins
            ("選挙の無効投票率", None),
            ("救急車の現場滞在時間", LOWER),
            ("観光客の平均滞在時間", HIGHER),
            ("苦情・意見件数", None),
            ("苦情・要望・意見件数", None),
            ("パブリックコメントの意見件数", HIGHER),
        ],
    )
    def test_head(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("未更新の協定数", LOWER),
            ("放置自転車の撤去台数", None),
            ("違反広告物の除却数", None),
            ("ブロック塀の撤去件数", HIGHER),
            ("管理不全な空き家の除却件数", HIGHER),
            ("狭あい道路の拡幅延長", HIGHER),
            ("要訓練者数", None),
            ("食品の自主回収件数", LOWER),
            ("後発医薬品以外の使用割合", None),
            ("危険物施設の立入検査実施率", HIGHER),
            ("無形民俗文化財の保存団体数", HIGHER),
            ("大規模地震でも壊れない補強された橋の割合", HIGHER),
            ("食品ロスの削減に取り組んでいる市民の割合", HIGHER),
            ("糖尿病性腎症重症化予防プログラムの参加者数", HIGHER),
            ("ひきこもり支援を受けて生活スキルが改善した人の割合", HIGHER),
            ("「性犯罪をなくそう」出前講座の受講者数", HIGHER),
            ("『犯罪ゼロのまち』宣言の事業所数", HIGHER),
            ("「愛着を持つ」県民の割合", HIGHER),
            # what only begins like some harm, and who helps against it
            ("DVDの貸出枚数", HIGHER),
            ("がんばる商店街の支援件数", HIGHER),
            ("がん患者会の参加者数", HIGHER),
            ("ひきこもりサポーターの養成数", HIGHER),
            ("不登校支援コーディネーターの配置数", HIGHER),
            ("未就園児の園開放の参加者数", HIGHER),
        ],
    )
    def test_done(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestBounds:
    """Those who lie above a bound, below it, or within two."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("週60時間以上働く雇用者の割合", LOWER),
            ("時間外勤務が年360時間を超える職員数", LOWER),
            ("週20時間以上勤務する障害者の割合", None),
            ("研修を年間10時間以上受講した職員の割合", HIGHER),
            ("スマートフォン等の使用時間が1日3時間以上の生徒の割合", LOWER),
            ("テレビを2時間以上見る児童の割合", LOWER),
            ("平日にゲームをする時間が2時間未満の児童の割合", HIGHER),
            ("スマートフォンを使っている高齢者の割合", None),
            ("BMI25以上の男性の割合", LOWER),
            ("BMI18.5未満の女性の割合", LOWER),
            ("BMI18.5以上25未満の者の割合", HIGHER),
            ("睡眠時間が6～9時間の者の割合", HIGHER),
            ("時間外勤務が月45時間以上80時間未満の職員の割合", None),
            ("外出頻度が週1回未満の高齢者の割合", LOWER),
            ("友人と会う頻度が月1回以上の高齢者の割合", HIGHER),
            ("果物摂取量100g未満の者の割合", LOWER),
        ],
    )
    def test_bound(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestWhatIsThereAndWhatIsNot:
    """None of some harm, nobody of those who are wanted, and who asks for what."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("交通死亡事故ゼロ継続日数", HIGHER),
            ("待機児童ゼロの市町村数", HIGHER),
            ("無事故運転者の割合", HIGHER),
            ("女性委員のいない審議会等の数", LOWER),
            ("後継者のいない農家数", LOWER),
            ("待機児童のいない保育所の割合", HIGHER),
            ("改善を要する施設数", LOWER),
            ("老朽化した橋梁の数", LOWER),
            ("腐朽・破損のある空き家数", LOWER),
            ("認知機能の低下がみられる高齢者の割合", LOWER),
            ("上水道の有効無収水量", LOWER),
            ("遊休地の面積", LOWER),
            ("レジ袋の配布枚数", None),
            ("暴力団排除宣言の事業所数", HIGHER),
            ("待機児童が発生している市町村数", LOWER),
            ("糖尿病の可能性を否定できない者の推計数", LOWER),
            ("救急搬送患者のうち、傷病程度が軽症であった人の割合", LOWER),
            ("児童虐待による死亡事例件数", LOWER),
            ("移住に関する相談件数", HIGHER),
            ("就業相談者数", HIGHER),
            ("フィルムコミッションの問い合わせ件数", HIGHER),
            ("退職者の就農に関する相談件数", None),
            ("消費生活相談件数", None),
            ("保育士の有効求人倍率", LOWER),
            ("有効求人倍率", None),
            ("ホタルの生息地点数", HIGHER),
            ("ニホンジカの生息密度", LOWER),
            ("県民1人当たりの所得の全国順位", LOWER),
            ("公共施設の総延床面積", LOWER),
            ("人口の社会増(転入超過)", HIGHER),
        ],
    )
    def test_name(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("いじめはどんな理由があってもいけないことだと思う児童生徒の割合", HIGHER),
            ("主食・主菜・副菜を組み合わせた食事が1日2回以上の日がほぼ毎日の者の割合", HIGHER),
            ("夜10時までに寝る児童の割合", HIGHER),
            ("午後10時以降に就寝する幼児の割合", LOWER),
            ("英検3級相当以上の生徒の割合", HIGHER),
            ("授業がわかると答えた児童の割合", HIGHER),
            ("授業が分かる児童の割合", HIGHER),
            ("主観的健康観が良い高齢者の割合", HIGHER),
            ("理科の勉強が嫌いな生徒の割合", LOWER),
            ("外出を控えている高齢者の割合", LOWER),
            ("塩分を控えている人の割合", HIGHER),
            ("健診を受けたことがない人の割合", LOWER),
            ("暴力を受けたことがない人の割合", HIGHER),
            ("防災無線が聞こえない世帯の割合", LOWER),
            ("行政情報を得られていないと感じる市民の割合", LOWER),
            ("差別されていないと感じる人の割合", HIGHER),
            ("遅れていないと感じる市民の割合", HIGHER),
            ("おいしい水だと思う市民の割合", HIGHER),
            ("在宅で最期を迎える人の割合", HIGHER),
            ("きまりを守っている児童の割合", HIGHER),
            ("結婚を希望する若者の割合", HIGHER),
        ],
    )
    def test_clause(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestWhoHasSomeHarm:
    """Who has some harm is counted as the harm is; who was told of it shows nothing of either."""

    @pytest.mark.parametrize(
        "name",
        [
            "孤食の子どもの割合",
            "虚弱な高齢者の割合",
            "肥満の人の割合",
            "暴力団の構成員数",
            "雨漏りする公共施設の数",
            "耐震性のない住宅の戸数",
            "食品ロスに関心がない市民の割合",
            "政治に関心が薄い若者の割合",
            "地域のつながりが弱いと感じる人の割合",
            "子育ての負担感が大きいと感じる保護者の割合",
            "PM2.5の濃度",
            "民生委員の欠員",
        ],
    )
    def test_less(self, name: str) -> None:
        assert sense(name) is LOWER

    @pytest.mark.parametrize(
        "name",
        ["悩みを相談したことがある人の割合", "無違反事業所の割合", "食品ロスを知っている人の割合"],
    )
    def test_more(self, name: str) -> None:
        assert sense(name) is HIGHER

    @pytest.mark.parametrize(
        "name",
        [
            "ハラスメント相談のあった職場の割合",
            "就学援助の認定者数",
            "海岸漂着物の回収量",
            "感染症病院数",
        ],
    )
    def test_nothing(self, name: str) -> None:
        assert sense(name) is None

    @pytest.mark.parametrize(("body", "way"), [(Body.COMPANY, HIGHER), (Body.TOWN, None)])
    def test_patients_of_a_hospital(self, body: Body, way: Direction | None) -> None:
        assert sense("外来患者数", body=body) is way


class TestWhatIsLeftUndoneOrTaken:
    """What did not run or lies about, what is refused or taken, who lives in danger."""

    @pytest.mark.parametrize(
        "name",
        [
            "バスの運休便数",
            "相談のうち解決に至らなかった割合",
            "休日に急患を断った件数",
            "酒を毎日飲む男性の割合",
            "アルコールを毎日3合以上飲む男性の割合",
            "土砂災害特別警戒区域内の住宅戸数",
            "浸水想定区域内の住民数",
            "特定外来生物の定着種数",
            "塩分の1日当たり摂取量",
        ],
    )
    def test_less(self, name: str) -> None:
        assert sense(name) is LOWER

    @pytest.mark.parametrize(
        "name",
        [
            "お酒を飲まない妊婦の割合",
            "海ごみの回収活動の参加者数",
            "救命講習を受けた市民の数",
            "就職決定者数",
            "定住意向のある市民の割合",
            "臓器提供の意思を表示している県民の割合",
            "津波警戒区域内の住宅の耐震化戸数",
            "FAX119の登録者数",
        ],
    )
    def test_more(self, name: str) -> None:
        assert sense(name) is HIGHER

    @pytest.mark.parametrize(
        "name",
        ["FAXの利用枚数", "滞留している申請の件数", "駅前の滞留人口"],
    )
    def test_nothing(self, name: str) -> None:
        assert sense(name) is None


class TestWhatComesAboutOrIsThere:
    """What happens to whom, what is there and had, and where one stays longer than one must."""

    @pytest.mark.parametrize(
        "name",
        [
            "院内で床ずれができた患者の割合",
            "渋滞が起きている交差点の数",
            "侵食が進んでいる海岸の延長",
            "当日にキャンセルされた予約の割合",
            "放置されている自転車の数",
            "高ストレスと判定された職員の割合",
            "高齢者が関与する事故の割合",
            "電話でだまし取られた金額",
            "救急搬送を受け入れられなかった件数",
            "面談で会えなかった世帯の数",
            "耐震基準を満たさない建物の数",
            "窓口での滞在時間",
            "窓口での滞在時間が30分を超えた来庁者の割合",
            "早期に措置を講ずべき橋梁数",
            "要支援者のうち個別避難計画が未作成の者の数",
            "支援につながっていない世帯の割合",
            "区債の発行額",
            "仮設住宅入居者数",
        ],
    )
    def test_less(self, name: str) -> None:
        assert sense(name) is LOWER

    @pytest.mark.parametrize(
        "name",
        [
            "歩いて行ける範囲に公園がある市民の割合",
            "消火器を備えている世帯の割合",
            "感震ブレーカーを付けている世帯の割合",
            "ロケ地として使われた作品の数",
            "近所の人とあいさつを交わす市民の割合",
            "耕作を続けている集落の数",
            "相談のうち解決に至った割合",
            "生活保護から就労により自立した世帯数",
            "施設入所から地域生活に移行した者の数",
            "ごみの分け方を守っている区民の割合",
            "いじめはいけないと思う児童の割合",
            "授業でパソコンを毎日使用する学校の割合",
            "25mを泳ぐことができた児童の割合",
            "相談ができた人の割合",
            "観光客の滞在時間",
            "暴力を受けたことがない人の割合",
        ],
    )
    def test_more(self, name: str) -> None:
        assert sense(name) is HIGHER

    @pytest.mark.parametrize(
        "name", ["友だちができた児童の割合", "あざができた児童の数", "放置自転車の返還率"]
    )
    def test_nothing(self, name: str) -> None:
        assert sense(name) is None

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("申請を途中でやめた申請者の割合", None),
            ("鹿に食べられた苗木の本数", LOWER),
            ("まだ食べられるのに捨てられた食品の量", LOWER),
            ("撤去された危険な空き家の戸数", HIGHER),
            ("危険な空き家の戸数", LOWER),
            ("乗る人が一日に10人未満の路線の数", None),
            ("35歳未満の就農者の数", HIGHER),
            ("夜道を歩くのが不安な区民の割合", LOWER),
            ("学校の決まりを守らない生徒の割合", LOWER),
            ("一人で食事をとる高齢者の割合", LOWER),
        ],
    )
    def test_what_is_given_up_or_lost(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("有効求人倍率の職種間の開き", LOWER),
            ("男女の賃金格差", None),
            ("健康寿命と平均寿命の差", LOWER),
            ("産業廃棄物の県外からの搬入量", LOWER),
            ("資源ごみの搬入量", HIGHER),
            ("家庭系ごみに占める生ごみの割合", LOWER),
            ("ごみに占める資源化されたごみの割合", None),
            ("苦情を受けた野焼きの件数", LOWER),
            ("支援を受けた不登校児童の割合", None),
            ("未利用市有地の売却件数", HIGHER),
            ("監査の指摘に対する措置率", HIGHER),
            ("要介護認定者の重度化率", LOWER),
        ],
    )
    def test_how_far_apart_and_what_is_thrown_away(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestWhatIsNotDoneYetAndHowPeopleAreMarked:
    """What has not been done, what grows or shrinks, how people are marked, what takes a share."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("判定区分Ⅲ・Ⅳで未措置の橋梁数", LOWER),
            ("未対策の橋梁の数", LOWER),
            ("未改修のトンネル数", LOWER),
            ("措置した橋梁数", HIGHER),
            ("未然防止件数", HIGHER),
            ("管理不全な空き家の除却件数", HIGHER),
            ("運動を全く行わなかった市民の割合", LOWER),
            ("ボランティア活動を行っていない人の割合", LOWER),
            ("避難情報を受け取れない世帯の割合", LOWER),
            ("避難情報を受け取れる世帯の割合", HIGHER),
            ("不登校児童生徒が相談・指導を受けていない割合", LOWER),
            ("血圧が高いのに治療していない人の割合", LOWER),
            ("がん検診を一度も受けたことがない市民の割合", LOWER),
            ("女性の委員がいない審議会の数", LOWER),
        ],
    )
    def test_not_done(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("総合評価がD又はEの生徒の割合", LOWER),
            ("総合評価D・Eの児童の割合", LOWER),
            ("総合評価がA・Bの児童の割合", HIGHER),
            ("総合評価がC以上の児童の割合", HIGHER),
            ("総合評価がD以下の児童の割合", LOWER),
            ("総合評価がCの児童の割合", None),
            ("産後1か月でEPDS9点以上を示した産婦の割合", LOWER),
            ("K6が10点以上の者の割合", LOWER),
        ],
    )
    def test_marks(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("昨年と比べて外出の回数が減っている高齢者の割合", LOWER),
            ("1年前より読書の時間が増えた児童の割合", HIGHER),
            ("飲酒の量が減った人の割合", HIGHER),
            ("孤独感が増えた人の割合", LOWER),
            ("年間平均時間外労働時間が減った学校の割合", HIGHER),
            ("人数が減った学級の割合", None),
        ],
    )
    def test_growth(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("搬送困難事案が全搬送に占める割合", LOWER),
            ("女性が管理職に占める割合", HIGHER),
            ("管理職のうち女性が占める割合", HIGHER),
            ("全搬送に占める搬送困難事案の割合", LOWER),
        ],
    )
    def test_what_takes_a_share(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("非正規の職員・従業員の割合", LOWER),
            ("正規の職員・従業員数", HIGHER),
            ("ふるさと納税による税の流出額", LOWER),
            ("第1号被保険者の保険料基準額(月額)", LOWER),
            ("乗合タクシーの利用者1人当たり町負担額", LOWER),
            ("受益者負担額", None),
            ("倒れるおそれのあるブロック塀の数", LOWER),
            ("虐待のおそれのある家庭の支援件数", None),
            ("人口の減少数", LOWER),
            ("基金の運用利回り", HIGHER),
            ("暴力追放運動の参加団体数", HIGHER),
            ("子どもの居場所づくりの箇所数", HIGHER),
            ("電気自動車に乗り換えた公用車の台数", HIGHER),
            ("施設入所支援の利用者数", LOWER),
            ("救急搬送の受入不能率", LOWER),
            ("秋サケの来遊尾数", HIGHER),
            ("横断歩道での車の一時停止率", HIGHER),
            ("障がいを理由に嫌な思いをしたことがある障がい者の割合", LOWER),
            ("制定・改正した条例の数", HIGHER),
            ("かかりつけ医をもつ親の割合", HIGHER),
            ("昔の遊びを伝えている人の割合", HIGHER),
            ("認可外保育施設の入所児童数", None),
            ("保育施設の入所児童数", HIGHER),
            ("窓口における証明書の交付件数", None),
            ("コンビニでの証明書の交付件数", HIGHER),
            ("布設後40年を超える配水管の割合", LOWER),
            ("建設後50年を経過した橋梁の修繕率", HIGHER),
            ("築40年以上の市営住宅の戸数", LOWER),
            ("更新時期を迎えた消防車両の台数", LOWER),
            ("開業後5年を経過した企業の割合", None),
            ("日帰り客と宿泊客の比率(宿泊客1人に対する日帰り客数)", None),
            ("市外へ転出した若者の割合", LOWER),
            ("自転車の放置台数", LOWER),
            ("海面養殖におけるへい死率", LOWER),
            ("特殊詐欺の既遂率", LOWER),
            ("運動をする日が「ほとんどない」者の割合", LOWER),
            ("自宅の危険度を確認したことがある市民の割合", HIGHER),
            ("第一当事者となる人身事故件数", LOWER),
            ("一般質問を行った議員の延べ人数", HIGHER),
            ("地域のみどり率", HIGHER),
            ("野焼きに関する苦情の受付件数", LOWER),
            ("心肺停止傷病者への応急手当実施率", HIGHER),
            ("全身麻酔による手術の年間件数", HIGHER),
            ("10a当たりの米の生産費", LOWER),
            ("客室稼働率の最大月と最小月の差", LOWER),
            ("専攻医・専門医の在籍者数", HIGHER),
        ],
    )
    def test_nouns(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "aim"),
        [
            ("低栄養傾向（BMI20以下）の高齢者の割合の増加の抑制", Aim(LOWER, is_held=True)),
            ("糖尿病有病者の割合の増加抑制※1", Aim(LOWER, is_held=True)),
            ("要介護認定率の上昇を抑える", Aim(LOWER, is_held=True)),
            ("医療費の伸びの抑制", Aim(LOWER, is_held=True)),
            ("町内会加入率の低下の防止", Aim(HIGHER, is_held=True)),
            ("農地面積の減少抑制", Aim(HIGHER, is_held=True)),
            ("運動習慣者の割合の増加", Aim(HIGHER)),
            ("受診率の向上（40歳以上）", Aim(HIGHER)),
            ("対策に取り組む事業場の増加", Aim(HIGHER)),
            ("不登校児童の増加", None),
            ("足腰に痛みのある高齢者の割合の減少", Aim(LOWER)),
            ("食塩摂取量の減少", Aim(LOWER, is_level=False)),
            ("若者の社会減の抑制", Aim(LOWER, is_level=False)),
            ("死者数の増加", None),
            ("救急出動件数の増加", None),
            ("受診率の低下", None),
            ("人口減少の抑制", None),
            ("地価の上昇", None),
            ("人口の減少数", None),
            ("利用者数", None),
        ],
    )
    def test_what_a_name_aims_for(self, name: str, aim: Aim | None) -> None:
        assert aim_of(name) == aim
        assert aim is None or sense(name) is (aim.way if aim.is_level else None)

    @pytest.mark.parametrize(
        ("name", "does"),
        [
            ("救急出動件数", True),
            ("救急自動車の出動件数（年間）", True),
            ("110番通報の受理件数", True),
            ("生活保護の保護率", True),
            ("通報件数", False),
            ("相談件数", False),
            ("避難訓練の参加件数", False),
        ],
    )
    def test_what_comes_unasked(self, name: str, *, does: bool) -> None:
        assert comes_unasked(name) is does


class TestNamesAsTheyArePrinted:
    """Notes, sources, formulas and remarks about a name change nothing of it."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            # what the values were taken from, and who tells it
            ("出生数 人口動態統計（厚生労働省）", HIGHER),
            ("自殺死亡率 （人口10万人当たり） 人口動態統計（厚生労働省）", LOWER),
            ("就業率（15歳以上人口） 労働力調査モデル推計値（総務省）", HIGHER),
            ("人口動態統計（厚生労働省）", None),
            # how a value is worked out is no second measure
            ("社会増減数（転入者数－転出者数）", HIGHER),
            ("若者の社会増減数(県外からの転入者数−県外への転出者数)【企画】", HIGHER),
            ("汚水処理人口普及率(処理区域内人口/行政区域内人口)", HIGHER),
            ("利用者数（e-Tax）", HIGHER),
            # remarks in remarks, those that a note cut off, and marks of notes
            ("育児休業の取得率（民間（事業所規模30人以上））", HIGHER),
            ("育児休業の取得率（福島県※知事部局）", HIGHER),
            ("地域運営組織＊数【企画】", HIGHER),
            ("(", None),
            # of a change a remark may tell what there is
            ("入所者削減数（入所者数）", None),
            ("入所者削減数（累計）", HIGHER),
            ("死者の減少数（負傷者数）", None),
            # a change of what is counted in numbers
            ("消防団員の減少数", LOWER),
            ("失業者の減少数", HIGHER),
            ("会員の増加数", HIGHER),
            ("特定保健指導対象者の割合の減少率", HIGHER),
            # 等 within a measure, 新規 before it, and statistics of limits
            ("農業産出等額", HIGHER),
            ("苦情の新規受付件数", LOWER),
            ("二酸化窒素の日平均値の98%値", LOWER),
            ("後発医薬品の数量シェア", HIGHER),
            ("後発医薬品の金額ベースの割合", HIGHER),
        ],
    )
    def test_names(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        "name",
        [
            "受入件数",
            "受け入れ件数",
            "受入れ件数",
            "施設の稼動率",
            "ルールの順守率",
            "受給申込み者数",
        ],
    )
    def test_spellings(self, name: str) -> None:
        assert sense(name) is HIGHER


class TestWhatPeopleWaitForAndLack:
    """What takes long, who comes out of turn, what is fit for somebody."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("市長への手紙の回答日数", LOWER),
            ("市長への手紙の回答件数", HIGHER),
            ("重複受診率", LOWER),
            ("不正アクセス件数", LOWER),
            ("ホームページのアクセス件数", HIGHER),
            ("無断利用者数", None),
            ("不正登録者数", None),
            ("誤登録件数", LOWER),
            ("流出若年人口", None),
            ("若年人口", HIGHER),
            ("合流式下水道の放流量", None),
            ("稚魚の放流量", HIGHER),
            ("液状化の発生件数", LOWER),
            ("透析施設数", HIGHER),
            ("情報漏えい事故の件数", LOWER),
            ("外国語対応施設数", HIGHER),
            ("外国語に対応できる人数", HIGHER),
            ("苦情対応件数", None),
            ("標的型メール訓練の開封率", LOWER),
            ("メールマガジンの開封率", None),
            ("信号機のない横断歩道の停止率", HIGHER),
            ("機器の停止率", None),
            ("確認された植物の種数", HIGHER),
            ("植物の確認種数", HIGHER),
            ("外来植物の確認種数", LOWER),
            ("外来種の植物確認数", None),
            ("女性農業委員の人数", HIGHER),
            ("女性の非正規職員の人数", LOWER),
            ("認可外保育施設の基準適合率", HIGHER),
            ("認可外保育施設の入所児童数", None),
            ("主食用米の作付面積", None),
            ("飼料作物の作付面積", HIGHER),
            ("自動車通行量", None),
            ("商店街の通行量", HIGHER),
            ("避難行動要支援者数", None),
            ("健全度III以上の橋梁の割合", LOWER),
            ("一般市民が目撃した心肺停止傷病者への応急手当実施率", HIGHER),
            ("感染症に関する講習会の参加者数", HIGHER),
            ("食品ロスを減らす取組をしている市民の割合", HIGHER),
            ("食品ロスの割合", LOWER),
        ],
    )
    def test_counts(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            # wages are told as what women earn of what men do, too
            ("男女の賃金格差", None),
            ("男女の賃金の差異（男性を100とした場合の女性の割合）", None),
            ("男女の就業率の差", LOWER),
            ("平均寿命と健康寿命の差", LOWER),
            ("健康寿命との差", LOWER),
            ("平均正答率の全国との差", None),
            # of guests who stay overnight a larger share is wanted
            ("観光客に占める日帰り客の割合", LOWER),
        ],
    )
    def test_differences_and_shares(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestActsThatSurveysAskAbout:
    """What people do and leave, refuse and take as right, and whether they say so or deny it."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("困ったときに助け合える関係があると思う人の割合", HIGHER),
            ("食事に困った世帯の割合", LOWER),
            ("困っている人を助ける児童の割合", None),
            ("移動手段がなく外出をあきらめたことがある高齢者の割合", LOWER),
            ("外出をあきらめたことのない高齢者の割合", HIGHER),
            ("レジ袋を断った人の割合", HIGHER),
            ("使い捨てプラスチックを使わないようにしている市民の割合", HIGHER),
            ("レジ袋を使う人の割合", LOWER),
            ("スマホを見ながら歩く生徒の割合", LOWER),
            ("会話をしながら食事をする家庭の割合", HIGHER),
            ("自家用車で通勤している市民の割合", LOWER),
            ("車で通勤しない職員の割合", HIGHER),
            ("バスで通学している生徒の割合", HIGHER),
            ("市外で買い物をする市民の割合", LOWER),
            ("地元で買い物をする市民の割合", HIGHER),
            ("県外で暮らしたい若者の割合", LOWER),
            ("市内で暮らしたい若者の割合", HIGHER),
            ("東京で働きたい学生の割合", None),
            ("転出を考えている市民の割合", LOWER),
            ("転出意向のある若者の割合", LOWER),
            ("就寝時刻が午後10時以降の幼児の割合", LOWER),
            ("勤務時間を80時間以上超過する教員の割合", LOWER),
            ("階段を使うようにしている人の割合", HIGHER),
            ("家族そろって夕食をとる家庭の割合", HIGHER),
            ("地元産の農産物を購入している市民の割合", HIGHER),
            ("地元産の農産物を購入していない市民の割合", None),
            ("最寄り駅から徒歩圏に住む人口の割合", HIGHER),
            ("後継者が決まっている農家の割合", HIGHER),
            ("耐震改修の予定がある世帯の割合", HIGHER),
            ("廃業の予定がある事業者の割合", LOWER),
            ("家庭学習を毎日する児童の割合", HIGHER),
        ],
    )
    def test_acts(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("体罰はやむを得ないと思う保護者の割合", LOWER),
            ("体罰はやむを得ないと思わない保護者の割合", HIGHER),
            ("結婚相手の身元調査は当然だと思う人の割合", LOWER),
            ("延命治療は当然だと思う人の割合", None),
            ("飲酒運転は犯罪だと思う人の割合", None),
            ("体罰は虐待だと思う保護者の割合", None),
            ("子育てが孤独だと感じる保護者の割合", LOWER),
            ("子育てが負担だと感じない保護者の割合", HIGHER),
            ("妻は家庭を守るべきと考える者の割合", LOWER),
            ("固定的な性別役割にとらわれない人の割合", HIGHER),
            ("多文化共生の考え方に共感する市民の割合", HIGHER),
            ("気軽に相談できる場所を知らない人の割合", LOWER),
            ("学校に行くのが楽しいと思わない児童の割合", LOWER),
            ("スポーツをする時間がないと答えた市民の割合", LOWER),
            ("希望する職に就けていない若者の割合", LOWER),
            ("がん検診を受けなかった人の割合", LOWER),
            ("がん検診を受けた人の割合", HIGHER),
            ("英語で会話することに抵抗がない生徒の割合", HIGHER),
            ("飲酒に抵抗がない未成年の割合", None),
            ("騒音に悩まされている市民の割合", LOWER),
            ("喫煙を控えている人の割合", HIGHER),
            ("飲酒をやめた人の割合", HIGHER),
            ("失敗を恐れずに挑戦している児童の割合", HIGHER),
            ("災害時に頼れる人がいる市民の割合", HIGHER),
        ],
    )
    def test_stances(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("満足度の高い施設の割合", HIGHER),
            ("満足度の低い施設の割合", LOWER),
            ("死亡率の高い病院の割合", LOWER),
            ("死亡率の低い病院の割合", HIGHER),
            ("ストレスが少ない職員の割合", HIGHER),
            ("負担の大きい世帯の割合", LOWER),
            ("標高の高い地区の割合", None),
            ("安全に走れる道が少ないと感じる市民の割合", None),
            ("体感治安が悪いと答えた人の割合", LOWER),
            ("景況感が悪い企業の割合", LOWER),
            ("景況感が良い企業の割合", HIGHER),
            ("障害者への配慮が足りないと感じる市民の割合", LOWER),
            ("配慮が足りないと感じない市民の割合", None),
            ("人参が嫌いでない児童の割合", None),
            ("関心の高い市民の割合", HIGHER),
            ("意欲の低い生徒の割合", LOWER),
            ("病気休暇の取得日数", LOWER),
            ("特別休暇の取得日数", HIGHER),
            ("正答率が全国平均を下回る教科数", LOWER),
            ("死亡率が全国平均を下回る地域の割合", HIGHER),
            ("標高が全国平均を下回る地域の割合", None),
        ],
    )
    def test_how_much_there_is_of_it(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("「ヤングケアラー」という言葉を聞いたことがない生徒の割合", LOWER),
            ("「授業がよく分かる」と答えない児童の割合", LOWER),
            ("正答率が全国平均以上の教科数", HIGHER),
            ("女性委員が一人もいない審議会の数", LOWER),
            ("学童クラブの利用を待っている児童数", LOWER),
            ("水質基準に適合しなかった検査の件数", LOWER),
            ("基準に適合した検査の件数", HIGHER),
            ("実施しない訓練の件数", LOWER),
            ("耐震性が不十分な住宅の戸数", LOWER),
            ("交通空白地域に居住する人口の割合", LOWER),
            ("空き店舗を活用した創業件数", HIGHER),
            ("空き店舗での創業件数", None),
            ("消防水利の不足地域数", LOWER),
            ("認知度の向上", HIGHER),
            ("経費の抑制", None),
            ("固定長期適合率", LOWER),
            ("設計基準の適合率", HIGHER),
            ("身体抑制率", LOWER),
            ("要支援認定者のうち、1年後に要介護へ移行した者の割合", LOWER),
            ("離職に至らなかった者の割合", None),
            ("支援をしなかったために要介護へ移行した者の割合", None),
            ("就労支援事業により保護廃止に至った世帯の割合", None),
            ("毎日同じくらいの時刻に寝ている児童の割合", HIGHER),
            ("水道水をそのまま飲む市民の割合", HIGHER),
            ("地域のつながりが弱くなったと感じる市民の割合", LOWER),
            ("医療費の抑制率", HIGHER),
        ],
    )
    def test_denials_and_lacks(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestWhatMeasuresAHarmOrACost:
    """What is paid by those who came to some harm, what work costs, and what is but foreseen."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("悪質商法の被害に遭った65歳以上の者の平均契約額", LOWER),
            ("点検商法のトラブルに関する相談の平均契約金額", LOWER),
            ("市内企業の平均契約額", HIGHER),
            ("交通事故の被害に遭った者の平均契約額", None),
            ("特産品の被害に遭った農家の販売額", None),
            ("被害を受けた森林の整備面積", HIGHER),
            ("虐待を受けた児童の里親委託率", HIGHER),
            ("空き家に関する相談による契約件数", HIGHER),
        ],
    )
    def test_what_those_paid_who_came_to_some_harm(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("産業廃棄物の年間発生量", LOWER),
            ("食品ロスの年間推計発生量", LOWER),
            ("時間外勤務の月平均時間数", LOWER),
            ("家庭ごみの1人1日当たりの排出量", LOWER),
            ("保育士の1人当たりの園児数", None),
            ("図書館の月平均利用者数", HIGHER),
            ("相談の月平均件数", None),
        ],
    )
    def test_what_it_is_told_for_hides_nothing(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("水1m3をつくり届けるためにかかる費用", LOWER),
            ("情報システムの運用に係る経費(一般会計)", LOWER),
            ("医業収益100円を得るために要した費用", LOWER),
            ("学校給食1食当たりの食材にかかる費用", None),
            ("子育て支援に要する経費", None),
            ("省エネ設備への投資に係るコスト", None),
            ("健康管理に要する経費", None),
            ("選挙に係る経費", None),
        ],
    )
    def test_costs_are_to_be_less_unless_they_are_wanted(
        self, name: str, way: Direction | None
    ) -> None:
        assert sense(name) is way
        assert comes_unasked(name)

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("性的少数者が生活しやすい社会だと思わない県民の割合", LOWER),
            ("まちに活気があるとは思わない市民の割合", LOWER),
            ("妻は家庭を守るべきだとは思わない人の割合", HIGHER),
            ("スポーツをする・みる・支える活動のいずれにも関わらない市民の割合", LOWER),
            ("犯罪に関わらない若者の割合", None),
            ("性別に関わらない採用を行う企業の割合", None),
            ("身近に相談できる相手がいないと答えた就学前児童の母親", LOWER),
            ("繁殖雌牛の平均分娩間隔", LOWER),
            ("汚水1m3を処理するために使用した電力量", LOWER),
            ("発電するために使用した燃料の量", None),
            ("学習のために使用した紙の量", None),
            ("身体的拘束を実施した入院患者の割合", LOWER),
            ("身体的拘束をしていない施設の割合", HIGHER),
            ("RPAの活用により削減した業務時間", HIGHER),
            ("入札の見直しで節減できた経費", HIGHER),
            ("短縮した授業時間", None),
            ("削減した職員数", None),
            ("不法投棄を行った者の割合", LOWER),
            ("不法投棄を行った者の検挙数", None),
            ("公用車の保有台数", LOWER),
            ("電気自動車の公用車台数", None),
            ("救急搬送の受入れを断った件数", LOWER),
        ],
    )
    def test_denials_and_what_work_uses_up(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("年間の総有収水量(計画値)", None),
            ("利用者数(実績見込み)", None),
            ("レンタカーで来訪した観光客の割合", None),
            ("試掘・確認調査の件数", None),
            ("遺跡の発掘届出件数", None),
            ("ごみ排出量(見込み)", LOWER),
        ],
    )
    def test_what_may_be_foreseen(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way
        assert comes_unasked(name)

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("年間の総有収水量(税抜)", HIGHER),
            ("創業件数(計画認定)", HIGHER),
            ("乗合タクシーを利用した市民の割合", HIGHER),
            ("遺跡の見学者数", HIGHER),
            ("外来の延べ患者数(年間)", None),
        ],
    )
    def test_what_may_not(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way
        assert not comes_unasked(name)
