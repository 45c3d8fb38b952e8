"""Agencies: completed by home or by the place around, under every form one body, and what only looks like a body."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, only, read

LULIANG = "山西省吕梁市"
FENYANG = "山西省吕梁市汾阳市"
SHEXIAN = "安徽省黄山市歙县"

AT_HOME = [
    ("昨天上午，市政协召开主席会议。", LULIANG, {"吕梁市政协"}),
    ("市委常委会召开扩大会议。", LULIANG, {"吕梁市委"}),
    ("省委、省政府高度重视此项工作。", LULIANG, {"山西省委", "山西省政府"}),
    ("县委、县政府分别向烈士敬献花篮。", SHEXIAN, {"歙县委", "歙县政府"}),
    ("县发改局牵头做好项目申报。", SHEXIAN, {"歙县发改局"}),
    ("市纪委监委通报了三起典型案例。", LULIANG, {"吕梁市纪委监委"}),
    ("市人大常委会组织代表视察。", LULIANG, {"吕梁市人大常委会"}),
    ("市中级人民法院公开宣判一起案件。", LULIANG, {"吕梁市中级人民法院"}),
    ("县人民检察院提起公益诉讼。", SHEXIAN, {"歙县人民检察院"}),
    ("市总工会、市妇联联合慰问环卫工人。", LULIANG, {"吕梁市总工会", "吕梁市妇联"}),
    ("市委组织部、市委宣传部派员参加。", LULIANG, {"吕梁市委组织部", "吕梁市委宣传部"}),
    ("市委政法委印发工作要点。", LULIANG, {"吕梁市委政法委"}),
    ("市政府办公室转发了这份通知。", LULIANG, {"吕梁市政府办公室"}),
    ("市道路交通安全委员会发出提醒。", LULIANG, {"吕梁市道路交通安全委员会"}),
    ("县防汛抗旱指挥部启动四级响应。", SHEXIAN, {"歙县防汛抗旱指挥部"}),
    ("市优化营商环境工作领导小组办公室派出检查组。", LULIANG, {"吕梁市优化营商环境工作领导小组办公室"}),
    ("县委农村工作领导小组召开会议。", SHEXIAN, {"歙县委农村工作领导小组"}),
    ("财政局、交通局、水利局负责人参加。", SHEXIAN, {"歙县财政局", "歙县交通局", "歙县水利局"}),
    ("市委召开会议。", FENYANG, {"汾阳市委"}),
    ("政协歙县委员会举行茶话会。", SHEXIAN, {"歙县政协"}),
    ("市安委办、市食安办、市森防指值守应急。", LULIANG, {"吕梁市安委办", "吕梁市食安办", "吕梁市森防指"}),
    ("市委审计委员会办公室印发规定。", LULIANG, {"吕梁市委审计委员会办公室"}),
    ("县委书记深入县直属机关工作委员会调研。", SHEXIAN, {"歙县委", "歙县直属机关工作委员会"}),
    ("两办印发了通知。", SHEXIAN, {"歙县委办公室", "歙县政府办公室"}),
    ("县人武部组织民兵训练。", SHEXIAN, {"歙县人武部"}),
    ("市政府党组召开理论学习会。", LULIANG, {"吕梁市政府党组"}),
    ("民盟市委、团市委派员参加。", LULIANG, {"民盟吕梁市委", "共青团吕梁市委"}),
    ("市发改委、住建委、房管局负责人参加。", LULIANG, {"吕梁市发改委", "吕梁市住建委", "吕梁市房管局"}),
    ("市政协提案委、市人大常委会财政经济委员会座谈。", LULIANG, {"吕梁市政协提案委", "吕梁市人大常委会财政经济委员会"}),
    ("市自然资源局离石区分局组织普查。", LULIANG, {"吕梁市自然资源局离石区分局"}),
    ("高新区党工委召开会议。区管委会介绍情况。", LULIANG, {"吕梁市高新区党工委", "吕梁市高新区管委会"}),
    ("市经信委、市国资委召开会议。", LULIANG, {"吕梁市经信委", "吕梁市国资委"}),
    ("县教委召开会议。", SHEXIAN, {"歙县教委"}),
    ("交通运输局要抓好落实。", LULIANG, {"吕梁市交通运输局"}),
    ("市委、市政府与企业签约。", LULIANG, {"吕梁市委", "吕梁市政府"}),
    ("我县工商业联合会召开大会。", SHEXIAN, {"歙县工商业联合会"}),
    ("市水利局河湖管理科科长带队。", LULIANG, {"吕梁市水利局", "吕梁市水利局河湖管理科"}),
    ("市规划和自然资源局发布公告。", LULIANG, {"吕梁市规划和自然资源局"}),
    ("市委统战部机关党支部开展活动。", LULIANG, {"吕梁市委统战部", "吕梁市委统战部机关党支部"}),
    ("县人大常委会农工委提出意见。", SHEXIAN, {"歙县人大常委会农工委"}),
    ("县防指办值班室灯火通明。", SHEXIAN, {"歙县防指办"}),
    ("省政协研究室主任田砚秋发言。", LULIANG, {"山西省政协研究室"}),
    ("市水利局供水站站长参加。", LULIANG, {"吕梁市水利局", "吕梁市水利局供水站"}),
]
PRINTED = [
    (
        "委托河北、黑龙江、上海等3省（市）人大常委会检查。",
        {"河北省人大常委会", "黑龙江省人大常委会", "上海市人大常委会"},
    ),
    ("吕梁市政协十分重视提案办理。", {"吕梁市政协"}),
    ("汾阳市人民政府与高校签约。", {"汾阳市人民政府"}),
    ("天水市发展和改革委员会公布了名单。", {"天水市发展和改革委员会"}),
    ("叙永县县委召开务虚会。", {"叙永县委"}),
    ("中共祁门县委发出公开信。", {"祁门县委"}),
    ("政协祁门县委员会举行茶话会。", {"祁门县政协"}),
    ("民革黄山市委员会提交了提案。", {"民革黄山市委员会"}),
    ("共青团吕梁市委发出倡议。", {"共青团吕梁市委"}),
    ("交城县夏家营镇党委开展走访。", {"夏家营镇党委"}),
    ("河南省委宣传部发布消息。", {"河南省委宣传部"}),
    ("临汾市公安局交警支队上路执勤。", {"临汾市公安局交警支队"}),
    ("吕梁市防汛抗旱指挥部发布预警。", {"吕梁市防汛抗旱指挥部"}),
    ("芜湖市鸠江区人民法院开庭审理。", {"鸠江区人民法院"}),
    ("内蒙古自治区政府办公厅下发文件。", {"内蒙古自治区政府办公厅"}),
    ("安徽省、江苏省财政厅联合下达资金。", {"江苏省财政厅"}),
    ("青泽水库管理处负责同志参加。", {"青泽水库管理处"}),
    ("大雁国家公园青屏管理分局开展巡护。", {"大雁国家公园青屏管理分局"}),
    ("永州市江华县委书记田砚秋宣布开工。", {"江华瑶族自治县委"}),
    ("淮泽新城管委会副主任田砚秋参加仪式。", {"淮泽新城管委会"}),
    ("青屏派出所、石坳派出所负责同志参加。", {"青屏派出所", "石坳派出所"}),
    ("石坳街办召开会议。街办主任讲话。", {"石坳街办"}),
    ("重庆市教委规划处副处长田砚秋出席。", {"重庆市教委", "重庆市教委规划处"}),
    (
        "区检察院联合松泽派出所、松泽司法所宣传，五一路派出所参加。",
        {"区检察院", "松泽派出所", "松泽司法所", "五一路派出所"},
    ),
]
NATIONAL = [
    ("国务院国有资产监督管理委员会、国家知识产权局办公室发文。", {"国务院国资委", "国家知识产权局办公室"}),
    ("街区所在地城市、县人民政府要做好保护。", set()),
    ("全国人大常委会法工委、司法部有关负责人介绍。", {"全国人大常委会法工委", "司法部"}),
    ("江苏、四川省委统战部负责同志作了发言。", {"江苏省委统战部", "四川省委统战部"}),
    ("越南共产党总书记来访，两国执政党交流。", {"越南共产党"}),
    ("全国政协经济委员会、社会和法制委员会作了汇报。", {"全国政协经济委员会", "全国政协社会和法制委员会"}),
    ("国务院办公厅近日印发通知。", {"国务院办公厅"}),
    ("党中央、国务院作出部署。", {"中共中央", "国务院"}),
    ("中宣部、教育部联合发文。", {"中央宣传部", "教育部"}),
    ("国家发改委下达投资计划。", {"国家发展改革委"}),
    ("最高法发布典型案例。", {"最高人民法院"}),
    ("中国人民银行下调利率。", {"中国人民银行"}),
    ("国务院关税税则委员会发布公告，中央气象台发布预警。", {"国务院关税税则委员会", "中央气象台"}),
    ("中国人民解放军东部战区组织演练，东部战区空军参加。", {"中国人民解放军东部战区", "东部战区空军"}),
    ("中国证监会发布办法，证监会作出解释。", {"中国证监会"}),
    ("法国外交部发表声明。", {"法国外交部"}),
    ("俄国防部称，俄军前进。乌克兰方面称，乌军固守。", {"俄罗斯国防部", "俄军", "乌军"}),
    ("委内瑞拉国防部长洛林斯11日称，委内瑞拉军方已撤离。", {"委内瑞拉军方"}),
    ("以色列国防军发布通报，以军已撤离。", {"以色列国防军"}),
    ("可以军训，也可以军民共建。一批精美军徽展出。", set()),
    ("美国商务部宣布调查。", {"美国商务部"}),
    ("中央第三生态环境保护督察组进驻山西。", {"中央第三生态环境保护督察组"}),
    ("省委第五巡视组向市委反馈意见。", {"省委第五巡视组", "市委"}),
    ("芬兰祖国党主席、议会主席马尔蒂宁到访。", {"芬兰祖国党", "芬兰议会"}),
    ("萨尔瓦多立法大会主席卡斯蒂略到访。", {"萨尔瓦多立法大会"}),
    ("中央财经委员会办公室副主任田砚秋作报告。", {"中央财经委员会办公室"}),
    ("民盟中央社会服务部副部长田砚秋到会。", {"民盟中央社会服务部"}),
]
TRAPS = [
    ("各省、自治区、直辖市通信管理局：要与省扶贫办对接。", None),
    ("城市委托第三方评估。", LULIANG),
    ("教育部门要加强管理。", LULIANG),
    ("部分群众反映噪声扰民。", LULIANG),
    ("小区政策宣传到位。", LULIANG),
    ("有关部门、各级政府要落实责任。", LULIANG),
    ("市直各单位和监管部门参加。", LULIANG),
    ("各县区委派干部驻村。", LULIANG),
    ("全局工作稳步推进。", LULIANG),
    ("他们打破僵局，走出困局。", LULIANG),
    ("校园建设局面打开。", LULIANG),
    ("把产业结局写在大地上。", LULIANG),
    ("县人大代表走访群众。", SHEXIAN),
    ("市人大代表和政协委员建言献策。", LULIANG),
    ("公安部门侦破案件。", LULIANG),
    ("省市统计局联合调查。", LULIANG),
    ("各县（市、区）交通运输局要抓好落实。", LULIANG),
    ("各市、县政府要抓好落实。", LULIANG),
    ("12个市（州）公安局领取奖章。", LULIANG),
    ("他就决定带她去派出所，社区派出所已受理。", LULIANG),
]


@pytest.mark.parametrize(("text", "home", "expected"), AT_HOME)
def test_level_words_and_bare_names_are_completed_by_home(text: str, home: str, expected: set[str]) -> None:
    assert names(read(text, home=home), "Agency") == expected


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_the_place_that_is_printed_counts(text: str, expected: set[str]) -> None:
    assert names(read(text), "Agency") == expected


@pytest.mark.parametrize(("text", "expected"), NATIONAL)
def test_bodies_of_state_of_other_states_and_their_teams(text: str, expected: set[str]) -> None:
    assert names(read(text), "Agency") == expected


@pytest.mark.parametrize(("text", "home"), TRAPS)
def test_what_only_looks_like_an_agency(text: str, home: str) -> None:
    assert names(read(text, home=home), "Agency") == set()


def test_a_verb_is_no_county() -> None:
    found = names(read("县教育局会同县公安局开展检查。", home=SHEXIAN), "Agency")
    assert found == {"歙县教育局", "歙县公安局"}


ONE_BODY = [
    ("汾阳市政府召开会议。汾阳市人民政府负责人表示，将抓好落实。", "汾阳市人民政府"),
    ("市发改委牵头。吕梁市发展和改革委员会主任到会。", "吕梁市发展和改革委员会"),
    ("市政协召开会议。吕梁市政协号召委员行动起来。", "吕梁市政协"),
    ("市住建局、吕梁市住房和城乡建设局是一个单位。", "吕梁市住房和城乡建设局"),
    ("市安委会发出通知，市安全生产委员会作出部署。", "吕梁市安全生产委员会"),
    ("国家发改委和国家发展改革委发布消息。", "国家发展改革委"),
]


@pytest.mark.parametrize(("text", "name"), ONE_BODY)
def test_short_and_full_form_are_one_body_under_the_fuller_name(text: str, name: str) -> None:
    agency = only(read(text, home=LULIANG), "Agency")
    assert agency.name == name
    assert len(agency.mentions) == 2


def test_printed_forms_are_kept_as_aliases() -> None:
    agency = only(read("市政协召开会议。吕梁市政协号召委员行动起来。", home=LULIANG), "Agency")
    assert agency.aliases == {"市政协"}


def test_a_government_and_its_office_are_two_bodies() -> None:
    found = names(read("县政府、县政府办分别部署。", home=SHEXIAN), "Agency")
    assert found == {"歙县政府", "歙县政府办"}


def test_without_home_or_place_the_level_word_stays_and_confidence_is_low() -> None:
    agency = only(read("市政协召开会议。"), "Agency")
    assert agency.name == "市政协"
    assert agency.mentions[0].confidence < 0.7


def test_without_home_the_place_before_completes() -> None:
    assert names(read("黄山市的春天来得早。市政协组织委员视察。"), "Agency") == {"黄山市政协"}


def test_departments_in_a_list_serve_the_place_of_the_first() -> None:
    found = names(read("汾阳市财政局、交通局、水利局参加。", home=LULIANG), "Agency")
    assert found == {"汾阳市财政局", "汾阳市交通局", "汾阳市水利局"}


def test_a_unit_belongs_to_its_body() -> None:
    reading = read("临汾市公安局交警支队会同临汾市公安局开展行动。")
    assert edges(reading, "BELONGS_TO") == {("临汾市公安局交警支队", "临汾市公安局")}


def test_tables_are_whole() -> None:
    assert (len(AT_HOME), len(PRINTED), len(NATIONAL), len(TRAPS), len(ONE_BODY)) == (43, 24, 27, 20, 6)
