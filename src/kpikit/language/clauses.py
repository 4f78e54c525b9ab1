"""Patterns of what a clause in a name says of people, of a bound, or of some harm that is told."""

from __future__ import annotations

from typing import Final, TypeAlias

from kpikit.language.nouns import FRUGAL, NEEDLESS, TAKEN
from kpikit.language.words import NOUN, either

__all__ = [
    "AGED_TO",
    "CAN",
    "DIFFERENCE_OF",
    "GAINS",
    "IN_NEED",
    "LACKS",
    "LESS",
    "LETTERS",
    "NOT_SO_MUCH",
    "REPORTED",
    "REPORTS",
    "SHUNNED",
    "THOUGH",
    "TOLD_OF",
    "TOWARDS",
    "TURNING",
    "VERB_BEHIND",
    "WELL",
    "WITHHELD",
    "WORKING_AGE",
    "WORSE",
    "Clause",
]


#: Words of which one stands wherever a clause does, and its pattern. The group of a pattern, if it
#: has one, is what may say no to it.
Clause: TypeAlias = "tuple[tuple[str, ...], str]"

_REST: Final = "[^、。]{0,16}$"
#: Who is the object of something else, so that no more is said of what they do.
_MET: Final = f"(?!.*{either('人 者 子 児童 生徒 世帯 家庭')}[をにへと])"

# -- verbs ------------------------------------------------------------------------------------------

#: One of these letters is in every form of a verb.
LETTERS: Final = frozenset("うくぐすつぶむるただてでないが")
#: Behind a verb: not that one does it, but when, why or how well: 歩く速さ, 学ぶために.
VERB_BEHIND: Final = "(?:こと[がのも](?:あ(?:る|った)|多い|でき(?:る|た)))?(?!こと|ため|とき|時|際|場合|前|後|まで|よう|ほど|速|と(?!思|感じ|考え|答え|回答))[^、。のをにがへは]{0,14}$"

#: What people come for that they would rather not need: 相談に訪れた人.
IN_NEED: Final = ("相談に", "受診に", "診察に", "治療に")

# -- what is worse of people --------------------------------------------------------------------

_ERRANDS: Final = either(
    "行か 出向か 並ば 待た 書か 来庁し 来所し 来館し 持参し 郵送し 押印し 提出し 運ば"
)
_DESK: Final = either("窓口 役所 市役所 区役所 町役場 役場 庁舎")
_TIME: Final = either("秒 分 時間 日 週間 週 か月 ヶ月 カ月 年")
_WITH: Final = either(
    "相手 人 場所 友人 友だち 友達 仲間 知人 先生 大人 機関 窓口 施設 店 環境 機会 時間 家族 居場所"
)
#: With whom, or where, something can be done: 悩みを打ち明けられる人.
CAN: Final = f"(?:(?:(?<!いじ)(?<!責)(?<!避)(?<!捨)[えけせてねべめれげ]られる|{either('頼れる 話せる 遊べる 休める 過ごせる 集える 通える 会える 学べる 働ける 使える 楽しめる 相談できる')}|[てで](?:もらえ|くれ)る){_WITH}|[けせべめれ]る{either('場所 機会 環境 施設 店')})"
#: What people are sorry for, have to do, come to by want or are kept from, and what goes too far.
WORSE: Final[tuple[Clause, ...]] = (
    # what one is sorry for: 支払ってしまった人
    (("しま",), f"[てで]しま(?:う|った|って(?:いる|いた|おり)|うこと){_MET}{_REST}"),
    # what one has to do that one could be spared, or has no choice in: 紙で申請しなければならない手続
    (
        ("なければ", "ざるを", "余儀", "求め", "必要とす", "要す"),
        f"(?:(?:ざるを得な(?:い|かった)|を余儀なくされ(?:る|た|て(?:いる|いた|おり)))|(?:{_ERRANDS}|{either('紙 書面 窓口 対面 郵送 ファクス FAX')}(?:のみ)?(?:で|にて|により|に)[^、。]{{1,10}})なければ(?:なら|いけ)な(?:い|かった)(?!と)|{either('押印 署名 対面 来庁 来所 書面')}を(?:求め|必要とす|要す)る){_REST}",
    ),
    # what comes of want: 経済的な理由で進学しなかった者
    (
        ("理由", "事情", "都合", "負担", "困難"),
        f"(?:経済的|金銭的|家庭の|家計の|身体的)な?(?:理由|事情|都合|負担|困難)(?:で|により|から|のため|を理由に)[^、。]*(?:な(?:い|かった)|諦め|あきらめ|断念し|控え|見合わせ|{either('中退 退学 離職 休学')}し){_REST}",
    ),
    # what was given up for the sake of another: 介護を理由に離職した人
    (
        ("転職", "離職", "退職", "休職", "中退", "休学", "辞め", "やめ"),
        f"{either('介護 育児 病気 出産 妊娠 結婚')}(?:のため|を理由|により|が原因|をきっかけ|で)に?[^、。]{{0,8}}(?:{either('転職 離職 退職 休職 中退 休学')}し|(?:辞|や)め)(?:た|て){_REST}",
    ),
    # where a limit is left, or exceeded that nothing may exceed
    (
        ("逸脱", "外れ", "超過し", "を超え"),
        f"(?:{either('基準 規制 上限 限度 許容 制限 目標 指針 適正')}(?:値|量|濃度|範囲|水準)?[をから]{{1,2}}(?:逸脱し|外れ)|{either('基準 規制 上限 限度 許容 制限 指針')}(?:値|量|濃度|範囲|水準)?を(?:大きく)?超過し|{either('規制 上限 限度 許容 制限')}(?:値|量|濃度|範囲)?を超え|(?:基準|指針)値を超え)(?:た|て(?:いる|おり)|る){_REST}",
    ),
    # what took too long, or had to be tried too often: 30分以上を要した件数
    (
        ("まで", "要し", "かか", "回以上", "期限", "期日", "納期", "締", "週を"),
        f"(?:{either('決まる 決定 収容 到着 搬送 回答 完了 復旧 受入れ 受け入れ 処理 交付')}(?:される|する)?まで(?:の間)?に?[^、。]{{0,4}}\\d+{_TIME}(?:以上(?:の{either('事案 者 患者 事例')})?|を?超(?:え(?:た|る|て(?:いる|いた))|過し(?:た|ている))?[^、。]{{0,8}})|\\d+{_TIME}以上を?(?:要し|かか)(?:った|た|て(?:いる|おり)|る)[^、。]{{0,16}}|\\d+回以上の?[^、。]{{0,4}}(?:照会|問い?合わ?せ|断ら|拒否)[^、。]{{0,8}}|{either('期限 期日 納期 締切 締め切り')}[をに](?:過ぎ|超え|超過し|遅れ|間に合わ)[^、。]*|\\d+週を(?:過ぎ|超え)て[^、。]*)$",
    ),
    # where people go whom the place would rather keep: 管外に運ばれた患者
    (
        ("外に", "外へ"),
        f"{either('市 町 村 県 区 府 島 圏域 圏 管')}外[にへ][^、。をがに]{{0,6}}(?:運ばれ|搬送し|搬送され|流出し|流れ|{either('就職 進学 転居 転職 移住')}し)(?:る|た|て(?:いる|おり)){_REST}",
    ),
    # where nothing is done, or nobody looks after it
    (
        ("何も", "管理", "手入れ", "保全"),
        f"(?:{either('管理 手入れ 保全 維持管理')}[がも]?(?:されて|行われて|行き届いて)い?な(?:い|かった)|何も(?:して(?:い)?|し|行って(?:い)?|行わ|行動し|でき|できて(?:い)?)な(?:い|かった)){_REST}",
    ),
    # with nobody, or nowhere
    (
        ("ない", "なかった"),
        f"{CAN}[がはの](?:[^、。がをに]{{0,4}}に)?(?:誰も|全く|ほとんど)?い?な(?:い|かった){_REST}",
    ),
    # what is put up with: 相談できずにいる人
    (("ずにい",), f"ずに(?:いる|いた){_REST}"),
    # what is hard to do: 相談しづらいと感じる生徒; but 壊れにくい is well
    (
        ("づら", "にく"),
        f"[いきしちにびみりえけせてねべめれげ](?<!壊れ)(?<!倒れ)(?<!燃え)(?<!滑り)(?<!転び)(?<!疲れ)(?<!汚れ)(?<!枯れ)(?<!まれ)(?<!され)(?<!われ)(?<!られ)(?<!かかり)(?<!ひき)(?<!太り)(?<!なり)(?:づらい|にくい|づらく|にくく)(?!な){_REST}",
    ),
    # what has become worse: 生活が苦しくなった世帯
    (
        ("くな",),
        f"{either('苦し 厳し 悪 乏し 弱 寂し 難し 狭 汚 危な 遠')}くな(?:る|った){_MET}{_REST}",
    ),
    # what has to be done again and again: 何度も窓口に足を運んだ人
    (
        ("何度も", "繰り返し", "複数回"),
        f"(?:{either('何度も 繰り返し 複数回')}[^、。]{{0,8}}{_DESK}|{_DESK}[にへ][^、。]{{0,4}}{either('何度も 複数回')})[^、。]*$",
    ),
)
#: Words behind which it is something else that is counted: 離職した人への支援件数.
TOWARDS: Final = ("への", "に対する", "を対象")
#: What people can hardly do, have said or done to them, or do beyond measure.
TURNING: Final[tuple[Clause, ...]] = (
    # 避難が困難な住民
    (
        ("困難", "難し"),
        f"[がも](?:困難(?:な|で|だ|に|と)|難し(?:い|く)){_MET}(?P<behind>{_REST})",
    ),
    # 嫌な書き込みをされた生徒
    (
        (
            "不利益な",
            "不公平な",
            "嫌な",
            "いやな",
            "不当な",
            "不快な",
            "失礼な",
            "乱暴な",
            "侮辱的な",
            "差別的な",
        ),
        f"{either('不利益 不公平 嫌 いや 不当 不快 失礼 乱暴 侮辱的 差別的')}な[^、。をがに]{{1,8}}を(?:され|受け|言われ|経験し)(?:た|て(?:いる|いた))(?P<behind>{_REST})",
    ),
    # 救急車を安易に利用する人
    (
        (
            "安易に",
            "不必要に",
            "過度に",
            "むやみに",
            "感情的に",
            "乱暴に",
            "無理に",
            "不適切に",
            "不正に",
        ),
        f"{either('安易 不必要 過度 むやみ 感情的 乱暴 無理 不適切 不正')}に(?P<behind>[^、。]{{1,20}}$)",
    ),
    # 休日に出勤した職員
    (
        ("休日に", "土日に", "祝日に"),
        f"{either('休日 土日 祝日')}に(?:[^、。]{{0,8}})(?:出勤|勤務し|働い|部活動を指導)(?P<behind>[^、。]{{1,16}}$)",
    ),
    # 契約させられた高齢者
    (
        ("させられ", "され"),
        f"(?:(?<!考え)させられ|たらい回しにされ|{either('書か 歩か 飲ま 払わ 読ま 言わ 行か 待た 出向か 働か')}され)(?P<behind>(?:る|た|て(?:いる|いた)){_REST})",
    ),
)
#: What is not done though it should be, of which some harm may be: 必要なのに使っていない人.
THOUGH: Final[Clause] = (
    ("のに", "にもかか", "ても", "でも"),
    "(?:のに|にもかかわらず|(?<!なく)(?<!とっ)[てで]も)(?P<undone>[^、。]{1,16}?)(?:し|[わかさたばまらえけせべめれ出]|でき|[てで]い)(?<!困ら)(?<!迷わ)(?<!構わ)(?<!かまわ)(?<!変わら)(?<!忘れ)(?<!倒れ)(?<!壊れ)(?<!恐れ)(?<!諦め)(?<!あきらめ)(?<!負け)な(?:い|かった)[^、。をにがへ]{0,10}$",
)
#: What is not done on some days or at all, and what cannot be, unless that is some harm.
LACKS: Final[tuple[Clause, ...]] = (
    # what is never done: 平日に家事をまったくしない男性
    (
        ("一度も", "1回も", "全く", "まったく", "ほとんど"),
        f"^(?!.*{either(NEEDLESS)}).*(?:一度も|1回も|全く|まったく|ほとんど)(?!休|欠)[^、。]{{0,8}}な(?:い|かった){_REST}",
    ),
    # 誰とも話さない日がある人, 生活が苦しい世帯, 情報を得る手段がない世帯
    (
        ("ない", "なかった", "苦し", "乏し", "危う", "未定", "不明"),
        f"(?:(?:誰とも|ほとんど)[^、。]{{0,6}}ない日[がの]ある|(?<!否定)でき(?:てい)?な(?:い|かった)|が(?:苦し|乏し|危う)い|が(?:未定|不明)(?:の|な|である)|たい{NOUN}{{1,4}}がい?な(?:い|かった)|[うくすつぐぶむる](?<!てい)(?<!れる)(?<!ある)(?<!いる)(?<!困る)(?<!反対する){either('場 機会 手段 方法 余裕 時間 相手 人 場所 仲間 道具 設備 体制')}[がはも](?:全く|ほとんど)?い?な(?:い|かった)){_REST}",
    ),
)
#: Where less than a bound says is done: 5日以上取得できなかった職員.
NOT_SO_MUCH: Final[Clause] = (
    ("ない", "なかった"),
    f"(?:以上|を?超|以内|未満)[^、。]*(?:[しらわかさたばまきべえけせてめれい]|[てで]い?)な(?:い|かった)(?!と){_REST}",
)
#: With whom, and living where, people will have nothing to do; and what turns that round.
SHUNNED: Final[Clause] = (
    ("反対", "拒", "避け", "ためらい", "認めな", "抵抗"),
    f"(?:{either('結婚 交際 入居 同席')}[にをは]{{1,2}}|{either('近所 近く 隣')}[にで]住む(?:こと)?[にをは]{{1,2}})(?:反対|拒|避け|ためらい|認めな|抵抗感?[がを](?:ある|感じ|持)|抵抗感?[がは](?=な))(?P<behind>[^、。をにが]{{0,12}})$",
)
WITHHELD: Final = "(?:し|感じ|持た|避け|拒ま)?な(?:い|かった)"

# -- what is better of people ---------------------------------------------------------------------

#: What is a gain whatever harm stands in it.
GAINS: Final[tuple[Clause, ...]] = (
    # what one need not do: 来庁しなくても済む手続
    (
        ("なくて", "ず"),
        f"(?:{_ERRANDS}なくても?|{either('行か 出向か 並ば 待た 書か 来庁せ 来所せ 足を運ば')}ずに?)(?:済(?:む|んだ|ませ)|よい|良い|いい){_REST}",
    ),
    # with whom, or where, something can be done: 悩みを打ち明けられる人がいる生徒
    (
        ("がい", "があ", "はい", "はあ", "にい", "にあ"),
        f"{CAN}[がは](?:[^、。がをに]{{0,4}}に)?(?:い(?:る|た)|あ(?:る|った)){_REST}",
    ),
    # what more can be done
    (("できることが",), f"できることが(?:増え|広がっ)(?:た|て(?:いる|おり)){_REST}"),
)
#: What is well, unless some harm stands in it.
WELL: Final[tuple[Clause, ...]] = (
    # what is seen to be done: 取組が行われていると感じる市民
    (
        ("ていると",),
        f"{''.join(f'(?<!{each})' for each in '無視 軽視 制限 監視 支配 拘束 搾取 抑圧 排除 除外 冷遇 強制 見下 縛 強い'.split())}(?:さ|行わ|取り組ま|進めら|図ら|整えら|保た|生かさ|活かさ|守ら|講じら|設けら)れていると(?:思|感じ|答え|回答){_REST}",
    ),
    # what has come to be done: 運動するようになった人
    (
        ("ようにな",),
        f"(?<!ない)(?<!いる)(?<!避ける)(?<!嫌う)(?<!休む)(?<!疑う)(?<!使う)ように(?:なった|なって(?:いる|おり)){_REST}",
    ),
    # what is done for somebody
    (
        ("あげ", "やって"),
        f"[てで](?:あげ(?:る|た|て(?:いる|おり))|やって(?:いる|おり)|さしあげ(?:る|た)){_REST}",
    ),
    # what is done with something in mind, or with others: 環境を考えて商品を選ぶ市民
    (
        (
            "考えて",
            "意識して",
            "配慮して",
            "確認して",
            "工夫して",
            "心がけて",
            "心掛けて",
            "気を付けて",
            "気をつけて",
            "分担して",
            "協力して",
            "連携して",
            "見比べて",
        ),
        f"{either('考え 意識し 配慮し 確認し 工夫し 心がけ 心掛け 気を付け 気をつけ 分担し 協力し 連携し 見比べ')}て(?!い)[^、。はが]{{1,16}}(?:[うくすつぶむる]|[^し]た|した|だ|い(?:る|た)|おり)[^、。をにが]{{0,12}}$",
    ),
    # what is done together
    (
        ("一緒に", "ともに", "共に", "働いている"),
        f"と(?:一緒|とも|共)に(?:働|学|暮ら|活動|遊|過ご|楽し)[^、。]{{0,20}}$|が働いている{either('職場 企業 事業所')}$",
    ),
    # what is better not taken or used up, and is kept low: 塩分を控えている人
    (
        ("控え", "減らし"),
        f"{either(TAKEN, FRUGAL)}[^、。をがに]{{0,6}}を?(?:なるべく|できるだけ)?(?:控え|減らし)(?:め|る|た|て(?:いる|おり)){_REST}",
    ),
    # what has become better: 道路が走りやすくなったと感じる市民
    (("くなった",), f"{either('やす 良 よ 楽し 強 うま 明る 詳し 美し')}くなった{_REST}"),
)

# -- what is told, and how much -----------------------------------------------------------------

#: Behind a harm: how often somebody told of it, or asked for help.
REPORTED: Final = f"[^、。]{{0,24}}?{either('相談 通報 通告 届出 申告 訴え 申立て 情報提供')}(?!会|員|所|先|体制|支援|機関|窓口|業務|につな|したこと)(?:・?{NOUN}{{1,3}})?等?(?:の|に対する|への)?(?:{either('年間 延べ 総 新規 受理 受付 対応 認知 処理')})*の?(?:件数|数|人数|者数|回数)$"
#: One of these stands where it is told.
REPORTS: Final = tuple("相談 通報 通告 届出 申告 訴え 申立て 情報提供".split())
#: What is no harm by itself, but of which one tells somebody for help.
TOLD_OF: Final = frozenset("警察安全 多重債務 人権 消費生活".split())
#: How old those are who are counted, at most: 0~14歳の人口, 15歳未満人口.
AGED_TO: Final = r"(?:\d+歳?(?:~|〜|-|から|以上)(?P<to>\d+)歳?(?:以下|未満|まで)?|(?P<up>\d+)歳?(?:以下|未満))の?(?:女性|男性|若者|子ども)?の?人口$"
#: Up to this age more of them are wanted.
WORKING_AGE: Final = 65
#: What is left of a number when another is taken from it, 転入者数から転出者数を引いた数, and its verb.
LESS: Final = "引いた"
DIFFERENCE_OF: Final = f"(?P<of>[^、。]+?)から(?P<less>[^、。]+?)を(?:差し?)?引いた{NOUN}{{1,6}}$"
