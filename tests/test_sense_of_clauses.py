"""Which way is better by what a clause in a name says of people, and what a name is a count of."""

from __future__ import annotations

from decimal import Decimal

import pytest

import kpikit as kk
from kpikit import Direction
from kpikit.language import clauses, verbs
from kpikit.language.words import Words, compiled
from kpikit.model.sense import Aim, aim_of, comes_unasked, sense

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER


class TestVerbs:
    """What is good or bad to do, in the forms of its verb, and whether it is done."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            # done, doable, done by others, done ever
            ("村の古民家に泊まった延べ人数", HIGHER),
            ("外国人住民のうち日本語教室で学ぶ者の割合", HIGHER),
            ("伝統行事が受け継がれていると思う市民の割合", HIGHER),
            ("市の文化施設を訪れたことがある市民の割合", HIGHER),
            ("災害時に避難する場所を家族で決めている世帯の割合", HIGHER),
            ("多重債務に関する相談のうち弁護士等につないだ割合", HIGHER),
            # not done, or not to be done
            ("文化施設を訪れたことがない市民の割合", LOWER),
            ("スマートフォン利用のルールを家庭で決めていない児童の割合", LOWER),
            ("トイレの洋式化が済んでいない学校の数", LOWER),
            ("必要な情報が届いていないと感じる市民の割合", LOWER),
            ("放課後児童クラブに入れなかった小学生の数", LOWER),
            ("公共料金を払えなかったことがある世帯の割合", LOWER),
            ("買い物に行ける高齢者の割合", HIGHER),
            ("性別を問わない制服を選べる学校の割合", HIGHER),
            ("強引な勧誘を断れなかった高齢者の割合", LOWER),
            ("市のホームページで情報を見つけられなかった人の割合", LOWER),
            ("防災士の資格を取った市民の数", HIGHER),
            ("福祉避難所として協定を結んだ施設の数", HIGHER),
            ("運転に不安を感じて免許を返納した高齢者の数", HIGHER),
            # bad to do, and not done
            ("処方薬を飲み忘れる人の割合", LOWER),
            ("遅れて到着したバスの割合", None),
            ("外出時にエアコンを消し忘れることがある人の割合", LOWER),
            ("奨学金の返還が滞っている者の割合", LOWER),
            ("自宅に閉じこもっている高齢者の数", LOWER),
            ("運転免許を返納しても困らないと思う高齢者の割合", HIGHER),
            ("家事の負担が女性に偏っていると感じる人の割合", LOWER),
            # some harm with it
            ("廃校を決めた学校の数", None),
            ("野焼きの苦情を伝えた市民の割合", None),
            ("相談に訪れた人の数", None),
            # not that it is done, but of those who do it something else
            ("家計を主に支える者の通勤時間中位数", None),
            ("歩くときに杖が要る高齢者の割合", None),
            ("支援がなくて困る人の割合", LOWER),
        ],
    )
    def test_name(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    def test_forms(self) -> None:
        teach = (Words("教える", "one"), Words("磨く", "five"))
        assert verbs.able(teach) == {"教えられる", "教えられた", "磨ける", "磨けた"}
        assert verbs.done(teach) - verbs.able(teach) == {
            *("教える", "教えた", "教えている", "教えられている"),
            *("磨く", "磨いた", "磨いている", "磨かれた", "磨かれている"),
        }
        assert verbs.unable(teach) == {
            *("教えられない", "教えられなかった", "教えられていない"),
            *("磨けない", "磨けなかった", "磨けていない"),
        }
        assert verbs.undone(teach) - verbs.unable(teach) == {
            *("教えない", "教えなかった", "教えていない", "教えていなかった"),
            *("教えたことがない", "教えたことのない", "教えたことがなかった"),
            *("磨かない", "磨かなかった", "磨いていない", "磨いていなかった", "磨かれていない"),
            *("磨いたことがない", "磨いたことのない", "磨いたことがなかった"),
        }

    @pytest.mark.parametrize(
        ("verb", "past"),
        [
            ("習う", "習った"),
            ("泳ぐ", "泳いだ"),
            ("話す", "話した"),
            ("育つ", "育った"),
            ("遊ぶ", "遊んだ"),
            ("読む", "読んだ"),
            ("守る", "守った"),
        ],
    )
    def test_the_last_letter(self, verb: str, past: str) -> None:
        assert past in verbs.done([Words(verb, "five")])


class TestWhatPeopleComeTo:
    """What people are sorry for, must do, come to by want, suffer, or can hardly do."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("架空請求の被害に遭い支払ってしまった人の割合", LOWER),
            ("子どもに手をあげてしまうことがある保護者の割合", LOWER),
            ("紙で申請しなければならない手続の数", LOWER),
            ("押印を求める手続数", LOWER),
            ("来庁しなくても済む手続の数", HIGHER),
            ("環境を守らなければならないと思う市民の割合", None),
            ("避難生活を余儀なくされている人の数", LOWER),
            ("経済的な理由で理想の数の子どもを持たない夫婦の割合", LOWER),
            ("家族の介護を理由に離職した人の数", LOWER),
            ("避難が困難な住民の数", LOWER),
            ("避難が困難でない住民の数", HIGHER),
            ("避難が困難な高齢者への支援件数", HIGHER),
            ("先生に相談しづらいと感じる生徒の割合", LOWER),
            ("壊れにくい住宅の割合", None),
            ("風邪をひきにくい体づくりに取り組む人の割合", HIGHER),
            ("嫌な書き込みをされたことがある生徒の割合", LOWER),
            ("不快な言葉を言われたことがない人の割合", HIGHER),
            ("サービスの利用を断られた外国人の割合", LOWER),
            ("訪問販売で契約させられた高齢者の割合", LOWER),
            ("窓口で書類を何度も書かされたと感じた来庁者の割合", LOWER),
            ("考えさせられた市民の割合", None),
            ("救急車を安易に利用する人の割合", LOWER),
            ("乳幼児に対して感情的に叩いた親の割合", LOWER),
            ("乳幼児に対して感情的に叩いたことがない親の割合", HIGHER),
            ("休日に出勤した職員の延べ人数", LOWER),
            ("休日に出勤しなかった職員の割合", HIGHER),
            ("同和地区の人との結婚に反対する人の割合", LOWER),
            ("外国人の入居を拒まない家主の割合", HIGHER),
            ("近所に外国人が住むことの反対署名の数", None),
            ("生活が苦しくなった世帯の割合", LOWER),
            ("道路が走りやすくなったと感じる市民の割合", HIGHER),
            ("何度も窓口に足を運んだ人の割合", LOWER),
            ("仕事を辞めたいと思ったことがある職員の割合", LOWER),
            ("仕事を辞めたいと思わない職員の割合", HIGHER),
            ("山林を手放したいと考える所有者の割合", LOWER),
        ],
    )
    def test_name(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            # what is not there though it should be, and what is done in spite of it
            ("後継者が決まっていない中小企業の割合", LOWER),
            ("緊急通報装置を付けていない独居高齢者の割合", LOWER),
            ("緊急通報装置を付けている独居高齢者の割合", HIGHER),
            ("補聴器が必要なのに使っていない高齢者の割合", LOWER),
            ("避難勧告が出ても避難しなかった住民の割合", LOWER),
            ("災害が起きても孤立しない集落の割合", None),
            ("差別的な書き込みを見ても何もしなかった人の割合", LOWER),
            ("相談できずにいる保護者の割合", LOWER),
            ("誰とも話さない日がある高齢者の割合", LOWER),
            ("停電時に情報を得る手段がない世帯の割合", LOWER),
            ("資金繰りが苦しい企業の割合", LOWER),
            ("段差のある場所がない施設の割合", None),
            ("お酒を飲まない日がある人の割合", HIGHER),
            ("テレビを全く見ない児童の割合", None),
            ("一度も休まなかった児童の割合", None),
            ("管理されていない人工林の面積", LOWER),
            ("悩みを打ち明けられる人がいる生徒の割合", HIGHER),
            ("悩みを打ち明けられる人がいない生徒の割合", LOWER),
            ("悩みを打ち明けられる人が身近にいる生徒の割合", HIGHER),
            ("子どもが遊べる場所が少ないと感じる保護者の割合", LOWER),
            ("賃金が上がらなかった従業員の割合", LOWER),
            ("獣害で営農意欲が低下した農家の割合", LOWER),
            ("売上が増加した企業の割合", HIGHER),
            ("体力が全国平均を下回った種目の数", LOWER),
            ("工賃が前年度を上回った事業所の割合", HIGHER),
            ("消防団に入りたい若者がいない地区の割合", LOWER),
            ("喫煙できない飲食店の割合", HIGHER),
            ("渋滞で通行できない道路の延長", None),
            ("平日に家事をまったくしない男性の割合", LOWER),
            ("家事をほとんどしない男性の割合", LOWER),
            ("横断歩道で歩行者がいるのに停止しない車の割合", LOWER),
        ],
    )
    def test_lack(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("スマートフォン教室に参加してできることが増えた人の割合", HIGHER),
            ("運動するようになった人の割合", HIGHER),
            ("子どもに本を読んであげている保護者の割合", HIGHER),
            ("環境のことを考えて商品を選ぶ市民の割合", HIGHER),
            ("家計を考えて受診を控えた人の割合", LOWER),
            ("外国人と一緒に働いている人の割合", HIGHER),
            ("観光を推進する取組が行われていると感じた観光客の割合", HIGHER),
            ("差別されていると感じる人の割合", LOWER),
            ("意見が軽視されていると感じる人の割合", LOWER),
            ("塩分を控えている人の割合", HIGHER),
            ("燃油高騰で出漁を控えた漁船の数", LOWER),
            ("産後も安心して過ごせた母親の割合", HIGHER),
            # what a purpose, a concession or 'without' says of some harm
            ("食品ロスを減らすため「使い切り」「食べ切り」を実践している市民の割合", HIGHER),
            ("病気になっても安心して暮らせると感じる市民の割合", HIGHER),
            ("不安なく外出できる高齢者の割合", HIGHER),
            ("空き家を活用したいと思う所有者の割合", HIGHER),
            ("空き家を放置している所有者の割合", LOWER),
        ],
    )
    def test_gain(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("孤独であると感じることがある人の割合", LOWER),
            ("過去1年以内に自殺したいと思ったことがある人の割合", LOWER),
            ("犬のふんの放置が気になると答えた市民の割合", LOWER),
            ("観光客の増加により生活に支障があると感じる住民の割合", LOWER),
            ("日常生活に支障のない高齢者の割合", HIGHER),
            ("低栄養傾向にある高齢者の割合", LOWER),
            ("いじめられたことがある児童の割合", LOWER),
            ("詐欺の電話を受けたことがある高齢者の割合", LOWER),
            ("サービス残業をしたことがある従業員の割合", LOWER),
            ("HIV感染者のうちエイズを発症してから報告された者の割合", LOWER),
            ("熱中症により救急搬送された人の数", LOWER),
            ("救急要請に対して不応需となった割合", LOWER),
            ("病気休暇を取得している職員の割合", LOWER),
            ("「夫は外で働き、妻は家庭を守るべきである」という考え方に賛成する人の割合", LOWER),
            ("「夫は外で働き、妻は家庭を守るべきである」という考え方に反対する人の割合", HIGHER),
            ("祭りが中止になった地区の数", LOWER),
            ("水道料金が高いと感じる市民の割合", LOWER),
            ("不便ではないと思う市民の割合", HIGHER),
            ("市外から通勤する従業員の割合", None),
        ],
    )
    def test_harm(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestBoundsAndTime:
    """What goes beyond a limit, takes too long, or falls short of a bound."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("残留塩素濃度の管理目標を逸脱した件数", LOWER),
            ("水質検査で基準値を超えた検体の数", LOWER),
            ("目標を超えて達成した施策の数", HIGHER),
            ("搬送先医療機関が決まるまでに4回以上照会した件数", LOWER),
            ("孤立死で発見まで8日以上かかった件数", LOWER),
            ("119番通報から到着まで10分を超えた件数", LOWER),
            ("卒業までに10冊以上の本を読んだ児童の割合", HIGHER),
            ("妊娠11週を過ぎて届出をした妊婦の割合", LOWER),
            ("妊娠11週までに届出をした妊婦の割合", HIGHER),
            ("有給休暇を5日以上取得できなかった職員の割合", LOWER),
            ("有給休暇を5日以上取得した職員の割合", HIGHER),
            ("月45時間を超えて働かない職員の割合", HIGHER),
            ("1日に8時間以上座っている人の割合", LOWER),
            ("40歳以上で自分の歯が19本以下の者の割合（年齢調整値）", LOWER),
            ("圏域内の病院への救急搬送のうち管外に運ばれた割合", LOWER),
            ("県外に就職した高校生の割合", LOWER),
            ("県内に就職した看護師数", HIGHER),
            ("県外に就職した人の数", LOWER),
            ("県外に就職した人への帰郷支援の件数", HIGHER),
            ("8分以内に到着した救急出動の割合", HIGHER),
            ("目標を上回った施策の数", HIGHER),
            ("排出量が目標を上回った事業所の割合", LOWER),
        ],
    )
    def test_name(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way


class TestWhatIsCounted:
    """Who lives there and how old, land that is worth keeping, living things, and responses."""

    @pytest.mark.parametrize(
        ("name", "way"),
        [
            ("村に住む0～14歳の人口", HIGHER),
            ("15歳未満人口", HIGHER),
            ("65歳以上の人口", None),
            ("65～74歳の人口", None),
            ("転入者数から転出者数を引いた数（外国人を除く）", HIGHER),
            ("開業率から廃業率を差し引いた値", HIGHER),
            ("開業率から合格率を引いた値", None),
            ("児童数から待機児童数を引いた数", None),
            ("市街化区域の農地の面積", HIGHER),
            ("農地の減少面積", LOWER),
            ("再生利用できる荒廃農地の面積", LOWER),
            ("機能別消防団員を含む消防団員の実員数", HIGHER),
            ("シルバー人材センターの契約金額", HIGHER),
            ("セルフプラン率", LOWER),
            ("障害児相談支援におけるセルフプランの割合", LOWER),
            ("生活保護受給者の就労開始率", HIGHER),
            ("早期に措置を講ずべき状態の橋梁数", LOWER),
            ("早期に措置が必要な橋梁の修繕完了率", HIGHER),
            ("想定最大規模降雨で床上浸水が見込まれる家屋数", LOWER),
            ("特別養護老人ホームの入所を待つ在宅の要介護3以上の人の数", LOWER),
            ("特定外来生物の生息が確認された地点数", LOWER),
            ("外来種の侵入が確認された地区の数", LOWER),
            ("ホタルの生息が確認された地点の数", HIGHER),
            ("外来種の植物の生息が確認された地点の数", None),
            ("信号機のない横断歩道で止まる車の割合", HIGHER),
            ("横断歩道で歩行者がいる場合に一時停止した車の割合", HIGHER),
            ("竹林が拡大した面積", None),
            ("ヨシ原が拡大した面積", None),
            ("農地が拡大した面積", HIGHER),
            ("オオキンケイギクが生育している地点の数", LOWER),
            ("絶滅危惧種の生息が確認された地点の数", HIGHER),
            ("可燃ごみに混入した資源物の割合", LOWER),
            ("低公害車を導入した事業所の割合", HIGHER),
            ("単独処理浄化槽の設置基数", LOWER),
            ("合併処理浄化槽の設置基数", HIGHER),
            ("不法投棄物の回収量", None),
            ("海岸漂着ごみの年間回収量", None),
            ("資源ごみの年間回収量", HIGHER),
            ("市営住宅の入居待ちをしている世帯数", LOWER),
            ("水道料金の収納に要する経費", LOWER),
            ("在宅で看取りを迎えた人の割合", HIGHER),
            # what may be much or little for more than one reason
            ("イノシシの捕獲頭数", None),
            ("アライグマの年間捕獲頭数", None),
            ("鳥獣の捕獲従事者数", HIGHER),
            ("市民農園の区画に対する応募倍率", None),
            ("採用試験の応募倍率", HIGHER),
            ("療養病棟の平均在院日数", None),
            ("一般病棟の平均在院日数", LOWER),
            ("身体障害者手帳の交付件数", None),
            ("建築確認の申請件数", None),
        ],
    )
    def test_name(self, name: str, way: Direction | None) -> None:
        assert sense(name) is way

    def test_a_reduced_share(self) -> None:
        assert aim_of("朝食を1人で食べる子どもの割合の減少") == Aim(LOWER)


class TestReports:
    """How often somebody told of some harm shows both how much there is and how many tell it."""

    @pytest.mark.parametrize(
        ("name", "does"),
        [
            ("配偶者暴力相談支援センターに寄せられた相談の件数", True),
            ("ストーカー事案の相談等件数", True),
            ("警察安全相談の受理件数", True),
            ("養護者による高齢者虐待の相談・通報件数", True),
            ("道路の不具合に関する市民からの通報件数", True),
            ("人権擁護委員による人権相談の受理件数", True),
            # how much of some harm was taken away shows how much there was
            ("海岸漂着ごみの年間回収量", True),
            ("放置自転車の撤去台数", True),
            ("資源ごみの回収量", False),
            ("移住に関する相談件数", False),
            ("相談件数", False),
            ("虐待に関する研修の受講者数", False),
            ("DV相談員の数", False),
            ("いじめに関する相談会の回数", False),
        ],
    )
    def test_name(self, name: str, *, does: bool) -> None:
        assert comes_unasked(name) is does

    def test_a_baseline_below_the_target_tells_nothing(self) -> None:
        def judged(name: str) -> kk.Evaluation:
            start = kk.Observation(kk.FiscalYear(2019), kk.Quantity(Decimal(1846), "件"))
            seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity(Decimal(2315), "件"))
            target = kk.Reach(kk.Quantity(Decimal(2000), "件"))
            return kk.evaluate(kk.Indicator(name, target=target, baseline=start), seen)

        unknown = judged("配偶者暴力相談支援センターに寄せられた相談の件数")
        assert unknown.reason is kk.Reason.DIRECTION_UNKNOWN
        told = judged("窓口に寄せられた相談の件数")
        assert told.verdict is kk.Verdict.ACHIEVED
        assert [each.value for each in told.flags] == ["direction-from-baseline"]


class TestTables:
    """The words that stand for a clause stand in its pattern."""

    @pytest.mark.parametrize(
        ("hints", "pattern"),
        [
            *clauses.WORSE,
            *clauses.TURNING,
            *clauses.LACKS,
            *clauses.GAINS,
            *clauses.WELL,
            clauses.THOUGH,
            clauses.NOT_SO_MUCH,
            clauses.SHUNNED,
        ],
    )
    def test_every_clause_has_a_hint(self, hints: tuple[str, ...], pattern: str) -> None:
        assert hints
        assert all(hints)
        assert compiled(pattern).search("") is None
