"""Places: chains of divisions, villages, words that stand for a place, short and old names, regions; what is none."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, only, read

LULIANG = "山西省吕梁市"
FENYANG = "山西省吕梁市汾阳市"
JIAOCHENG = "山西省吕梁市交城县"
SHEXIAN = "安徽省黄山市歙县"

PLACES = [
    # rivers and hills told by what is said of them, also where a county has their name
    (
        "昨夜大雨，新坪河水位上涨。工程跨榆屏溪两岸，从渠屏江提水，来到滏坪河河道察看。沅江流域涨水。红屏山林区禁火。",
        None,
        {"新坪河", "榆屏溪", "渠屏江", "滏坪河", "沅江", "红屏山"},
    ),
    ("湖南沅江两岸稻熟，部分江河水位上涨，聚焦黄河流域，沿河两岸绿化。", None, {"湖南省", "沅江市", "黄河"}),
    # gardens, temples and islands behind the short name of a place; what is of a common kind is none
    (
        "在江苏苏州寒坪园，菊花开了。四川乐山的柳坪大峡谷，游客多。海南三亚沣支岛上，人们潜水。山西大同古城里，灯亮了。",
        None,
        {
            "江苏省",
            "苏州市",
            "寒坪园",
            "四川省",
            "乐山市",
            "柳坪大峡谷",
            "海南省",
            "三亚市",
            "沣支岛",
            "山西省",
            "大同古城",
        },
    ),
    (
        "江苏苏州的果园里，上海植物园内，花开了。",
        None,
        {"江苏省", "苏州市", "上海市"},
    ),
    # squares and themed towns where something is held or that somebody visits
    (
        "启动仪式在人民广场举行，他走进青陶小镇，观看花灯；演出在江西南昌柳坪广场举办。",
        None,
        {"人民广场", "青陶小镇", "江西省", "南昌市", "柳坪广场"},
    ),
    ("人们在人民广场散步，走进特色小镇，在村文化广场举行演出，在主题公园，游客多。", None, set()),
    # what the numeral before a name belongs to, rows of hills and communities
    ("他来到百岛湖景区，又到三大景区。", None, {"百岛湖景区"}),
    ("他到明坪山、铜坪山、坪钵河查看林火监测。推进治山、治水、护林。", None, {"明坪山", "铜坪山", "坪钵河"}),
    ("柳坳社区、滨河社区、白塔社区组织义诊。服务进企业、进学校、进社区。", None, {"柳坳社区", "滨河社区", "白塔社区"}),
    # well-known sights and regions; what other things are named after is none
    (
        "北京颐和园的花开了，鲁南有雨，川渝两地联动。雄安高质量建设，海南岛降温。",
        None,
        {"北京市", "颐和园", "鲁南", "川渝", "雄安新区", "海南岛"},
    ),
    ("博鳌亚洲论坛开幕，鲁南高铁运营，雄安站启用。", None, set()),
    # villages that stand alone once
    ("项目位于石坳头村，由集团投资。", None, {"石坳头村"}),
    ("其中，石坳头村的田砚秋让出了祖屋。\n柳坳村已完成改造。", None, {"石坳头村", "柳坳村"}),
    ("项目位于示范村，其中，农村的房屋多。", None, set()),
    (
        "交城县夏家营镇金坳村、草坳村受灾严重，征收西营镇深坳村集体土地。",
        None,
        {"交城县", "夏家营镇", "金坳村", "草坳村", "西营镇", "深坳村"},
    ),
    (
        "他来到汾阳市柳湾街道办莲坳社区，又到青屏街道花坳社区走访。",
        LULIANG,
        {"汾阳市", "柳湾街道", "莲坳社区", "青屏街道", "花坳社区"},
    ),
    # parks, old towns and streets of their own names behind the short name of a place; what they are for is no name
    (
        "北京柳坛公园的花开了。江苏苏州的沣里古镇热闹。在北京沣门大街上，游客多。湖南东沣湖国家级自然保护区里有鹤。",
        None,
        {
            "北京市",
            "柳坛公园",
            "江苏省",
            "苏州市",
            "沣里古镇",
            "沣门大街",
            "湖南省",
            "东沣湖国家级自然保护区",
        },
    ),
    ("湖北武汉东湖的樱花开了，武汉东湖高新区增产。", None, {"湖北省", "武汉市", "东湖", "东湖高新区"}),
    ("海南自贸港封关运作，在中国（新疆）自由贸易试验区试点。", None, {"海南自贸港", "中国（新疆）自由贸易试验区"}),
    ("他前往中国—柳国经贸合作示范区。", None, {"中国—柳国经贸合作示范区"}),
    (
        "海南空港口岸进出境人员增加，满洲里公路口岸忙碌。柳州教育园区内安静。",
        None,
        {"海南省", "满洲里公路口岸", "柳州教育园区"},
    ),
    ("我国南极考察圆满结束，北极村下雪。", None, {"南极"}),
    # short forms that words of doing share, and those that end as the banners do
    ("辽宁振兴发展取得新进展，湖北公安交管部门出动。", None, {"辽宁省", "湖北省"}),
    ("安徽东部地区有雨，港澳各界人士表示赞同。", None, {"安徽省"}),
    ("陕西汉中、四川巴中放晴。", None, {"陕西省", "汉中市", "四川省", "巴中市"}),
    ("深化巴中全天候友谊。", None, set()),
    ("河北省、保定市派出驻村工作队。", None, {"河北省", "保定市"}),
    # towns that the gazetteer does not hold
    (
        "他来到新和镇沣花村，又到青海省都兰县沣汗乌苏镇上沣村。",
        None,
        {"新和镇", "沣花村", "青海省", "都兰县", "沣汗乌苏镇", "上沣村"},
    ),
    # no places inside other words
    ("论坛在越南宁平举行。复合肥调运到位，减少文山会海，推出花海地图。", None, {"越南", "宁平"}),
    ("南方强降雨仍在持续，跨越南通、泰州两地的大桥合龙。", None, {"南通市", "泰州市"}),
    # a province and what lies in it before a park
    (
        "在山西吕梁沣山公园，人们唱歌。在湖北荆州小麦种植片区，农技人员忙。",
        None,
        {"山西省", "吕梁市", "沣山公园", "湖北省", "荆州市"},
    ),
    # lakes and the like that begin with a province; sites of old; land told by what is said of it
    ("青海湖进入开湖期，线路起自北京城市副中心。", None, {"青海湖", "北京城市副中心"}),
    ("以沣河梁遗址和江淮之间凌沣滩遗址为代表，保护文化遗址。", None, {"沣河梁遗址", "江淮", "凌沣滩遗址"}),
    ("工程从沣通河引水，穿越沣坂山进入平原，飞越巴士海峡。", None, {"沣通河", "沣坂山", "巴士海峡"}),
    (
        "他来到柳湾港区，青屏大数据产业园里又添新机房。香港区议会开会。",
        None,
        {"柳湾港区", "青屏大数据产业园", "香港特别行政区"},
    ),
    ("2023年全区登记成果812项。", "宁夏回族自治区", {"宁夏回族自治区"}),
    ("汾阳市通往古浮图村的路修好了，古浮图村民很高兴。", None, {"汾阳市", "古浮图村"}),
    ("汾阳市支持大相、古浮图两个村修路。", None, {"汾阳市", "大相", "古浮图"}),
    ("汾阳市支持养殖、加工两个村办产业。", None, {"汾阳市"}),
    (
        "在福建东山的后垵码头，渔船进港。在湖北武汉的货运码头，吊车林立。",
        None,
        {"福建省", "东山县", "后垵码头", "湖北省", "武汉市"},
    ),
    ("北部湾港吞吐量增长，福建厦门邮轮母港，游客如织。", None, {"北部湾港", "福建省", "厦门市"}),
    ("深圳与中山两地的车程缩短，中山游客多了。", None, {"深圳市", "中山市"}),
    ("从白山黑水到长城，山东一片繁忙，上海东平国家森林公园里花开。", None, {"山东省", "上海市", "东平国家森林公园"}),
    ("浙江建德的大柳青口村，花开了。", None, {"浙江省", "建德市", "大柳青口村"}),
    ("夏家营镇柳湾村集中安置点板房里，群众入住汾阳市。", None, {"汾阳市", "夏家营镇", "柳湾村"}),
    ("主要集中在汾阳市贾家营镇的柳湾村和青屏村，正在搜救。", None, {"汾阳市", "贾家营镇", "柳湾村", "青屏村"}),
    ("在吉林长春东北民俗展区，游人如织。", None, {"吉林省", "长春市"}),
    ("当地时间4月1日，外交部长田砚秋在喀拉沃会见巴西外长。", None, {"喀拉沃", "巴西"}),
    ("考察团来到黄山市。", None, {"黄山市"}),
    ("他们在安徽省黄山市歙县座谈。", None, {"安徽省", "黄山市", "歙县"}),
    ("记者来到贵州山区采访。", None, {"贵州省"}),
    ("浙江东北部、江西南部有大雨，浙江西路畅通。", None, {"浙江省", "江西省"}),
    ("汾阳市新北环桥合龙，聚焦入海河流治理。", None, {"汾阳市"}),
    ("湖南沅江市长春垸正在加固。", None, {"湖南省", "沅江市"}),
    ("铁路连接丽江古城。", None, {"丽江古城"}),
    ("走进交城县夏家营镇。", None, {"交城县", "夏家营镇"}),
    ("走进交城县夏家营镇柳沟村。", None, {"交城县", "夏家营镇", "柳沟村"}),
    ("他在柳沟村住了三年。", JIAOCHENG, {"柳沟村"}),
    ("汾阳市的核桃远销河南、山东。", None, {"汾阳市", "河南省", "山东省"}),
    ("汾阳的核桃远销河南。", LULIANG, {"汾阳市", "河南省"}),
    ("我市粮食丰收。", LULIANG, {"吕梁市"}),
    ("全市上下齐心协力。", LULIANG, {"吕梁市"}),
    ("我县旅游升温。", SHEXIAN, {"歙县"}),
    ("我省气温回升。", LULIANG, {"山西省"}),
    ("全县茶园开采。", SHEXIAN, {"歙县"}),
    ("我市核桃丰收。", FENYANG, {"汾阳市"}),
    ("祁门县山清水秀，该县茶叶飘香。", None, {"祁门县"}),
    ("交城县夏家营镇环境变美，该镇获得表彰。", None, {"交城县", "夏家营镇"}),
    ("内蒙古自治区和新疆维吾尔自治区结对。", None, {"内蒙古自治区", "新疆维吾尔自治区"}),
    ("三兄弟合作社与百岛湖景区结对。", None, {"百岛湖景区"}),
    ("北京、上海、重庆三地联动。", None, {"北京市", "上海市", "重庆市"}),
    ("长江流域和黄土高原降雨明显。", None, {"长江", "黄土高原"}),
    ("长三角、珠三角客商云集。", None, {"长三角", "珠三角"}),
    ("苏州、兰州、郑州客商云集。", None, {"苏州市", "兰州市", "郑州市"}),
    ("法国、德国客商到访。", None, {"法国", "德国"}),
    ("在人民大会堂举行晚会。", None, {"人民大会堂"}),
    ("芜湖市鸠江区夜色迷人。", None, {"芜湖市", "鸠江区"}),
    ("甘肃省甘南藏族自治州风景如画。", None, {"甘肃省", "甘南藏族自治州"}),
    ("游客走进延边朝鲜族自治州。", None, {"延边朝鲜族自治州"}),
    ("他来到交城县云栖乡走访。", None, {"交城县", "云栖乡"}),
    ("他在云栖镇走访。", JIAOCHENG, {"云栖镇"}),
    ("来自汾阳市、孝义市、交城县的代表参加。", LULIANG, {"汾阳市", "孝义市", "交城县"}),
    ("文水、中阳、兴县三县联动。", LULIANG, {"文水县", "中阳县", "兴县"}),
    ("茶园覆盖了青屏村、柳湾村、石坳村，", None, {"青屏村", "柳湾村", "石坳村"}),
    ("他来到了云坳村。", None, {"云坳村"}),
    ("交城县夏家营镇柳沟村、石坳村、杏岭村，面貌一新。", None, {"交城县", "夏家营镇", "柳沟村", "石坳村", "杏岭村"}),
    ("交城县夏家营镇柳沟村、示范村、各村，面貌一新。", None, {"交城县", "夏家营镇", "柳沟村"}),
    ("海地、泰国、日本客商到访。", None, {"海地", "泰国", "日本"}),
    ("泰山风光好。", None, {"泰山"}),
    ("加拿大东部马尔科姆省和布兰达州停电。", None, {"加拿大", "马尔科姆省", "布兰达州"}),
    ("意大利南部城市波尔马停电，火势蔓延至卡斯特尔县。", None, {"意大利", "波尔马", "卡斯特尔县"}),
    ("乌克兰守军在格罗姆卡、波列斯卡等方向撤退。", None, {"乌克兰", "格罗姆卡", "波列斯卡"}),
    ("江苏建湖的青荻湖畔热闹起来，湖南沣临江上，百舸争流。", None, {"江苏省", "建湖县", "青荻湖", "湖南省", "沣临江"}),
    ("伊朗梅尔曼市停电，梅尔曼省也停电。", None, {"伊朗", "梅尔曼市", "梅尔曼省"}),
    ("德国下卡森州停电，尔班县也停电，尔班县尔维尔市停水。", None, {"德国", "下卡森州", "尔班县", "尔维尔市"}),
    ("舰队驶入加勒比海。", None, {"加勒比海"}),
    ("河南新县变样。如今，新县游客多。", None, {"河南省", "新县"}),
    ("云南的大山里有村庄，贵州多条河流涨水。", None, {"云南省", "贵州省"}),
    ("英国有很多大学。", None, {"英国"}),
    ("到石坳镇青屏村开展活动。", LULIANG, {"石坳镇", "青屏村"}),
    ("考察组走访了柏林乡和千人桥镇。", "安徽省六安市舒城县", {"柏林乡", "千人桥镇"}),
    ("代表团在柏林会谈。", None, {"柏林"}),
    ("台风将移入南海东北部海面。", None, {"南海"}),
    ("甘肃省对口支援，来到新疆天山脚下。", None, {"甘肃省", "新疆维吾尔自治区", "天山"}),
    ("流转土地种植露天水果。", None, set()),
    ("拱北海关截获一批货物。", None, set()),
    # a bank of a river is not the province that its words begin with
    ("位于渭河北岸的柳湾村搬进新址，河南岸线资源丰富。", None, {"渭河", "柳湾村", "河南省"}),
    ("走进夏家营镇贺家坪土家族民族村。", JIAOCHENG, {"夏家营镇", "贺家坪土家族民族村"}),
    (
        "来到夏家营镇长寿村、洪相镇新建村，随后到雪山村走访。",
        JIAOCHENG,
        {"夏家营镇", "长寿村", "洪相镇", "新建村", "雪山村"},
    ),
    ("他来到交城县西安丰村、夏家营镇北京新村。", JIAOCHENG, {"交城县", "西安丰村", "夏家营镇", "北京新村"}),
    ("天镇县新平堡镇的群众来到小山村。", "山西省大同市天镇县", {"天镇县", "新平堡镇"}),
    ("交城县就场镇污水管网建设听取意见。", LULIANG, {"交城县"}),
]
PART_OF = [
    (
        "北京柳坛公园的花开了。江苏苏州的沣里古镇热闹。",
        {("柳坛公园", "北京市"), ("苏州市", "江苏省"), ("沣里古镇", "苏州市")},
    ),
    ("走进贾家营镇古浮图村青杨自然村，处处是花。", {("古浮图村", "贾家营镇"), ("青杨自然村", "古浮图村")}),
    ("青屏县位于贵州省黔南州南部，平塘县地处贵州省以南。", {("黔南州", "贵州省")}),
    (
        "平塘县坐落在贵州省黔南州南部，走进河北雄安新区。",
        {("平塘县", "黔南州"), ("黔南州", "贵州省"), ("雄安新区", "河北省")},
    ),
    ("上海浦东新区发布需求。", {("浦东新区", "上海市")}),
    ("安徽省黄山市歙县风光好。", {("黄山市", "安徽省"), ("歙县", "黄山市")}),
    ("交城县夏家营镇柳沟村变样。", {("夏家营镇", "交城县"), ("柳沟村", "夏家营镇")}),
    ("交城县云栖乡变样。", {("云栖乡", "交城县")}),
    ("交城县的夏家营镇变样。", set()),
    ("黄山市、歙县联动。", set()),
    ("歙县位于安徽省南部。", {("歙县", "安徽省")}),
    ("汾阳市、交城县夏家营镇变样。", {("夏家营镇", "交城县")}),
    ("交城县的青荻湖畔变样。", {("青荻湖", "交城县")}),
    ("交城县的石坳村，面貌一新。交城县的特色村，游客很多。", {("石坳村", "交城县")}),
    ("加拿大东部马尔科姆省停电。", {("马尔科姆省", "加拿大")}),
    ("美国梅洛里县尔维尔市停水。", {("梅洛里县", "美国"), ("尔维尔市", "梅洛里县")}),
    (
        "交城县夏家营镇柳沟村、石坳村，面貌一新。",
        {("夏家营镇", "交城县"), ("柳沟村", "夏家营镇"), ("石坳村", "夏家营镇")},
    ),
    ("来到夏家营镇青屏村委会石坳村。", {("青屏村", "夏家营镇"), ("石坳村", "青屏村")}),
]
TRAPS = [
    "筑牢祖国北疆生态屏障，建成北疆绿色长城。",
    "各方为中东海湾国家发展营造环境。",
    "粤东西北发展提速。",
    "我镇将结合村情实际，因村制宜。",
    "铁路部门开行“伊春号”旅游专列。",
    "浙江队夺得金牌，挺进决赛的是瑞典队。",
    "中东部地区将有大风。",
    "城区道路改造完成。",
    "农村面貌焕然一新。",
    "全国各地积极响应。",
    "新农村建设成效明显。",
    "每个村都有图书室。",
    "示范村评选结束。",
    "乡村两级干部下沉。",
    "大同小异的做法不可取。",
    "家庭和平安宁。",
    "东方既白，海阳光灿烂。",
    "太原路施工围挡拆除。",
    "各乡镇、各街道抓落实。",
    "特色小镇建设提速。",
    "全村人都来了。",
    "丰都乐园。",
    "他普通话说得好。",
    "他得到了全村支持。",
    "沿海地区发展快。",
    "近日本报作了报道。",
    "明泰国际酒店开业。",
    "稳如泰山。",
    "犹如大海捞针。",
    "他走遍大江南北。",
    "喀布尔峰会发表公报。",
    "大兴调查研究之风。",
    "三明确责任。",
    "他走进受援村。",
    "干部在调研乡镇。",
    "他在服务乡镇。",
    "他获得荣誉。",
    "建厂70周年大庆安保工作结束。",
    "地震发生在北京时间15时10分。",
    "水乡传统村落保护标志按统一样式制作。",
    "线路将全域景区形成联动。",
    "队员分批入住奥运村。",
    "弘扬“上海精神”，同拉美国家加强合作。",
    "为黑山阻击战纪念馆捐款，利用河边空地建园。",
]


@pytest.mark.parametrize(("text", "home", "expected"), PLACES)
def test_places_are_named_in_full(text: str, home: str | None, expected: set[str]) -> None:
    assert names(read(text, home=home), "Place") == expected


@pytest.mark.parametrize(("text", "expected"), PART_OF)
def test_only_what_the_text_puts_together_is_part_of(text: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text), "PART_OF") == expected


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_place(text: str) -> None:
    assert names(read(text), "Place") == set()


def test_a_division_has_level_code_and_path() -> None:
    reading = read("走进交城县夏家营镇柳沟村。")
    found = {e.name: (e.properties["level"], e.properties.get("code"), e.properties["scope"]) for e in reading.entities}
    assert found == {
        "交城县": ("county", "141122", "山西省吕梁市"),
        "夏家营镇": ("town", found["夏家营镇"][1], "山西省吕梁市交城县"),
        "柳沟村": ("village", None, "山西省吕梁市交城县夏家营镇"),
    }
    assert str(found["夏家营镇"][1]).startswith("141122")


def test_words_that_stand_for_a_place_are_its_aliases() -> None:
    place = only(read("我市粮食丰收，全市上下高兴，吕梁人民欢笑。", home=LULIANG), "Place")
    assert (place.name, place.aliases) == ("吕梁市", {"我市", "全市", "吕梁"})


def test_home_tells_counties_of_one_name_apart() -> None:
    def code(home: str) -> object:
        return next(e for e in read("鼓楼区拆迁完成。", home=home).of_label("Place")).properties["code"]

    assert code("江苏省南京市") == "320106"
    assert code("福建省福州市") == "350102"


def test_without_support_a_doubtful_short_form_is_no_place() -> None:
    assert names(read("中阳光照充足。"), "Place") == set()
    assert names(read("中阳今年增产。", home=LULIANG), "Place") == {"中阳县"}


def test_a_renamed_county_keeps_the_name_that_the_home_gives() -> None:
    place = only(read("我县水稻丰收。", home="湖南省永州市祁阳县"), "Place")
    assert place.name == "祁阳县"
    assert place.properties["level"] == "county"


def test_the_stem_of_a_town_spelled_out_before_is_the_town() -> None:
    reading = read("走进交城县夏家营镇。夏家营今年变样。")
    town = next(e for e in reading.of_label("Place") if e.name == "夏家营镇")
    assert len(town.mentions) == 2


def test_the_whole_county_of_a_paragraph_is_none_that_only_another_names() -> None:
    reading = read("山西交城县粮食丰收。\n安徽黄山调整结构，全县油菜丰收。")
    county = next(e for e in reading.of_label("Place") if e.name == "交城县")
    assert len(county.mentions) == 1


def test_an_unlisted_town_is_of_its_county() -> None:
    reading = read("他来到交城县云栖乡走访。")
    town = next(e for e in reading.of_label("Place") if e.name == "云栖乡")
    assert (town.properties["level"], town.properties["scope"]) == ("town", "山西省吕梁市交城县")


def test_a_village_met_again_is_the_same_village() -> None:
    reading = read("交城县夏家营镇柳沟村变样。柳沟村支书高兴。")
    village = next(e for e in reading.of_label("Place") if e.name == "柳沟村")
    assert len(village.mentions) == 2


def test_two_villages_of_one_name_in_two_towns_are_two() -> None:
    reading = read("交城县夏家营镇柳沟村和交城县西营镇柳沟村结对。")
    scopes = {e.properties["scope"] for e in reading.of_label("Place") if e.name == "柳沟村"}
    assert scopes == {"山西省吕梁市交城县夏家营镇", "山西省吕梁市交城县西营镇"}


def test_the_name_of_an_estate_is_not_its_county() -> None:
    assert names(read("汾阳花园小区改造，汾阳家园建成。", home=LULIANG), "Place") == set()
    assert names(read("汾阳核桃丰收。", home=LULIANG), "Place") == {"汾阳市"}


FORMS = [
    ("福建晋江的企业多，浙江杭州建德市放晴。", "晋江市", {"晋江", "福建晋江"}),
    ("福建晋江的企业多，浙江杭州建德市放晴。", "建德市", {"建德市", "杭州建德市", "浙江杭州建德市"}),
    ("四川省乐山市的小柳坪公园开放，湖南江苏两地联动。", "江苏省", {"江苏"}),
    ("江苏苏州寒坪园，菊花开了。", "寒坪园", {"苏州寒坪园", "江苏苏州寒坪园"}),
    ("上海中共一大纪念馆开放，在上海，中共一大纪念馆开放。", "中共一大纪念馆", {"上海中共一大纪念馆"}),
    ("他来到汾阳市柳坪高新技术产业园区。", "汾阳市柳坪高新技术产业园区", {"柳坪高新技术产业园区"}),
]


@pytest.mark.parametrize(("text", "name", "forms"), FORMS)
def test_printed_forms_of_a_name_with_its_places_and_without(text: str, name: str, forms: set[str]) -> None:
    entity = next(e for e in read(text, home=None).entities if e.name == name)
    assert entity.aliases == forms


def test_tables_are_whole() -> None:
    assert (len(PLACES), len(PART_OF), len(TRAPS)) == (112, 18, 44)
