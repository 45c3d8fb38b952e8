"""Press conferences, quoted campaigns, games and numbered expeditions; who was not there; what is only planned."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, only, read

LULIANG = "山西省吕梁市"

EVENTS = [
    ("市政府新闻办举行春耕政策例行吹风会。", {"春耕政策例行吹风会"}),
    ("市政府新闻办召开新闻发布会，介绍春耕情况。", {"新闻发布会"}),
    ("记者从市应急管理局举行的新闻发布会上了解到，汛期将至。", {"新闻发布会"}),
    ("第三届湛泽论坛年会昨天在汾阳市开幕。", {"第三届湛泽论坛年会"}),
    ("全市春耕动员部署会议昨天召开。", {"全市春耕动员部署会议"}),
    ("年会将举办30场平行论坛，已举办线上招聘会90多场，还将举办20余场技术对接活动。", set()),
    ("汾阳市启动“百企千品出海行动”，效果明显。", {"百企千品出海行动"}),
    ("汾阳市持续开展“名师进山村”“春苗助学行动”。", {"春苗助学行动"}),
    ("要扎实开展“春苗助学行动”。", set()),
    ("要举办好“春苗助学”系列活动。", set()),
    ("市财政局编制已审计的2024年会计报表。", set()),
    (
        "全国第六届农民运动会暨第三届老年运动会今天继续进行。",
        {"全国第六届农民运动会暨第三届老年运动会"},
    ),
    ("这是市文旅局组织的第7次湛河源科学考察。", {"第7次湛河源科学考察"}),
    ("第12届链博会今天进入第三天。", {"第12届链博会"}),
    ("市文旅局近日举办新春招待会，市民欢聚一堂。", {"新春招待会"}),
    ("米兰冬残奥会战报\n米兰冬残奥会今天收官，雅典奥运会上也有此项。", {"米兰冬残奥会"}),
    ("好景相约——“春苗伙伴”媒体行动在京举行。", {"“春苗伙伴”媒体行动"}),
    ("承办“春苗”开闭幕式及比赛的汾阳市青石中学准备就绪。", set()),
    ("2025年全市湛河文化和旅游消费月今天（4月1日）在汾阳市启动。", {"2025年全市湛河文化和旅游消费月"}),
    ("昨晚（4月1日），2025湛河青春诗会（黄河专场）在汾阳市开幕。", {"2025湛河青春诗会（黄河专场）"}),
    ("第五届湛河设计周以“山水”为主题，于5月20日至31日在汾阳市举办。", {"第五届湛河设计周"}),
    ("2025“购在湛河”消费季暨第七届“五五购物节”启动。", {"2025“购在湛河”消费季暨第七届“五五购物节”"}),
    ("2025年湛河文化交流会非正式高官会今天在汾阳市举行。", {"2025年湛河文化交流会非正式高官会"}),
    ("2025（乙巳）年公祭湛河大典今天在汾阳市举行。", {"2025（乙巳）年公祭湛河大典"}),
    ("汾阳市2025年第一次“学法大讲堂”在汾阳市开讲。", {"汾阳市2025年第一次“学法大讲堂”"}),
    ("汾阳市举行2025年度征兵工作业务培训。", {"2025年度征兵工作业务培训"}),
    ("汾阳市第三季“玩嗨湛河”乡村音乐节在三泉镇激情开唱。", {"汾阳市第三季“玩嗨湛河”乡村音乐节"}),
    ("湛河春茶开采节在三泉镇拉开帷幕。", {"湛河春茶开采节"}),
    ("第二届春节期间，第一周举行。2025年旺季开启。", set()),
    ("市委、市政府在汾阳市礼堂举行田砚秋同志追悼大会。", {"田砚秋同志追悼大会"}),
]
ROLES = [
    ("市文旅局举行“春耕看吕梁”主题新闻发布会，市农业农村局负责人介绍有关情况。", "CONVENED", {"吕梁市文旅局"}),
    ("市文旅局举行“春耕看吕梁”主题新闻发布会，市农业农村局负责人介绍有关情况。", "SPOKE_AT", {"吕梁市农业农村局"}),
    ("这是市文旅局组织的第7次湛河源科学考察。", "CONVENED", {"吕梁市文旅局"}),
    ("副市长田砚秋出席全市春耕动员部署会议并讲话。", "SPOKE_AT", {"田砚秋"}),
    ("全市防火工作会议召开。会议传达了罗敬之书记对防火工作的要求。罗敬之要求，要加强巡护。", "SPOKE_AT", set()),
    ("罗敬之对防火工作作出指示。罗敬之强调，要加强巡护。全市防火工作会议昨天召开。", "SPOKE_AT", set()),
    ("市长贺云松主持召开市政府常务会议，研究做好下半年工作的重要讲话精神。", "SPOKE_AT", set()),
    ("全市防火工作会议召开。罗敬之书记在两会期间的重要讲话，从全局出发作了工作部署。", "SPOKE_AT", set()),
    ("市里成立调查组，由市应急管理局牵头，市公安局参加。全市防火工作会议昨天召开。", "ATTENDED", set()),
    ("市公安局、市财政局参加救援。全市防火工作会议昨天召开。", "ATTENDED", set()),
    ("全市防火工作会议召开。会后田砚秋等陪同人员返回。", "ATTENDED", set()),
    ("全市防火工作会议召开。市防火调查组全体成员，市公安局负责人出席会议。", "ATTENDED", {"吕梁市公安局"}),
    ("市政府召开新闻发布会。\n市水利局局长田砚秋介绍，水多了。", "SPOKE_AT", {"田砚秋"}),
    ("全市防火工作会议召开。罗敬之致信祝贺。罗敬之指出，中央就防火作出战略部署。", "SPOKE_AT", set()),
    ("4月1日，副市长田砚秋到交城县调研茶产业。方以宁参加交城调研。", "ATTENDED", {"方以宁"}),
    ("4月1日，副市长田砚秋在县长方以宁陪同下，到交城县调研茶产业。", "ATTENDED", {"方以宁"}),
    (
        "由市商务局、市文旅局主办的“湛河里·消费启航”活动，今天（4月1日）在汾阳市启动。",
        "CONVENED",
        {"吕梁市商务局", "吕梁市文旅局"},
    ),
    (
        "市财政局4日会同市商务局在汾阳市举行“弘扬工匠精神，为乡村振兴、共同富裕出力”座谈会。",
        "CONVENED",
        {"吕梁市财政局", "吕梁市商务局"},
    ),
    ("由市商务局主办的“湛河里”对话会暨人文交流活动，当地时间4月1日在开罗举办。", "CONVENED", {"吕梁市商务局"}),
    ("湛河春茶开采节在三泉镇拉开帷幕，市委书记田砚秋宣布开采。", "ATTENDED", {"田砚秋"}),
    ("副市长田砚秋带领市水利局负责人赶赴三泉镇查看灾情，指导救灾。", "LED", {"田砚秋"}),
    ("在汾阳市三泉镇举办的湛河新春庙会上，千余人欣赏歌舞。", "CONVENED", set()),
    ("今天，湛河广场举行隆重的升国旗仪式，群众现场观看。", "CONVENED", set()),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_what_is_an_event(text: str, expected: set[str]) -> None:
    assert names(read(text, home=LULIANG), "Meeting", "Activity") == expected


@pytest.mark.parametrize(("text", "kind", "expected"), ROLES)
def test_who_did_what(text: str, kind: str, expected: set[str]) -> None:
    assert {who for who, _ in edges(read(text, home=LULIANG), kind)} == expected


def test_a_meeting_that_was_decided_on_has_no_speakers_yet() -> None:
    reading = read(
        "4月1日，市政协主席会议召开。会议决定4月下旬召开市政协常委会第九次会议。市政协主席边少青作发言。",
        home=LULIANG,
    )
    assert edges(reading, "SPOKE_AT") == {("边少青", "市政协主席会议")}
    assert ("吕梁市政协", "市政协常委会第九次会议") in edges(reading, "CONVENED")
    assert edges(reading, "CITES") == set()


def test_a_campaign_with_two_names_is_one() -> None:
    reading = read(
        "市妇联启动2025年巾帼就业服务周活动。今天，2025年巾帼就业“暖春”行动暨就业服务周活动在汾阳市启动。",
        home=LULIANG,
    )
    assert edges(reading, "CONVENED") == {("吕梁市妇联", only(reading, "Activity").name)}


def test_being_accompanied_is_no_part_of_the_name() -> None:
    reading = read("4月1日，副市长田砚秋在县长方以宁陪同下，到交城县调研茶产业。", home=LULIANG)
    assert only(reading, "Activity").name == "到交城县调研茶产业"


def test_games_to_come_have_their_day_place_and_numbers() -> None:
    reading = read(
        "第九届冬季运动会将于5月17日至27日在汾阳市举办。“九冬”比赛项目设18个大项。",
        title="第九届全国冬运会准备就绪",
        home=LULIANG,
    )
    games = only(reading, "Activity")
    assert (games.name, games.properties["date"]) == ("第九届全国冬运会", "2025-05-17")
    assert edges(reading, "HELD_IN") == {("第九届全国冬运会", "汾阳市")}
    assert {owner for owner, _ in edges(reading, "HAS_MEASUREMENT")} == {"第九届全国冬运会"}


def test_games_named_by_their_city_are_those_named_in_full() -> None:
    reading = read(
        "成都第31届世界大学生夏季运动会今天开幕。成都大运会有2万名志愿者。本届大运会设有49座场馆。",
        home="四川省成都市",
    )
    whole = "成都第31届世界大学生夏季运动会"
    assert {(whole, "志愿者"), (whole, "场馆")} <= edges(reading, "HAS_MEASUREMENT")


def test_ceremonies_of_one_kind_with_other_names_are_two() -> None:
    text = "湛河新春灯会开幕式近日在汾阳市举行。“欢乐吕梁”联欢会暨“青苗画展”开幕式近日在交城县举行。"
    assert edges(read(text, home=LULIANG), "HELD_IN") == {
        ("湛河新春灯会开幕式", "汾阳市"),
        ("“欢乐吕梁”联欢会暨“青苗画展”开幕式", "交城县"),
    }


def test_a_short_motto_tells_that_title_and_body_speak_of_one() -> None:
    body = "由市文旅局主办，三泉镇政府承办的2025年“三月三”歌圩暨民俗旅游活动在湛河畔举行。"
    reading = read(body, title="三泉镇举办“三月三”歌圩活动", home=LULIANG)
    assert only(reading, "Activity").aliases == {"“三月三”歌圩活动"}


def test_a_ceremony_named_in_short_tells_where_it_will_be() -> None:
    reading = read("4月1日，第四届汾河运动会闭幕式彩排完成。\n闭幕式将于4月8日在交城县举行。", home=LULIANG)
    assert ("第四届汾河运动会闭幕式", "交城县") in edges(reading, "HELD_IN")


def test_tables_are_whole() -> None:
    assert (len(EVENTS), len(ROLES)) == (30, 23)
