-- A graph as the first format kept it: two articles of the sample paper and a judgement, with ids of nodes that are made otherwise today.
BEGIN TRANSACTION;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL, body TEXT NOT NULL,
    content_hash TEXT NOT NULL, extractor TEXT NOT NULL, fragment TEXT NOT NULL, digest TEXT NOT NULL);
INSERT INTO "articles" VALUES(1,'a-1','{"date": "2025-03-21", "home": "云岭省青禾市", "id": "a-1", "publication": "青禾日报", "title": "青禾市召开春耕生产会"}','3月20日,青禾市政府召开春耕生产会。市长林望山主持会议。会议要求:要确保4月底前备足种子。本报记者 苏晚晴','b9c3001bd4a07e6ea0599ab6173021556540aff05ee414d8dec74319e7456fa5','1','{"edges": [{"evidence": [{"confidence": 0.95, "end": 29, "rule": "rule-convened", "start": 17, "text": "青禾市政府召开春耕生产会"}], "source": "n3", "target": "n5", "type": "CONVENED"}, {"evidence": [{"confidence": 0.9, "end": 35, "rule": "rule-holds_post", "start": 30, "text": "市长林望山"}], "source": "n4", "target": "n3", "title": "市长", "type": "HOLDS_POST"}, {"evidence": [{"confidence": 0.9, "end": 39, "rule": "rule-chaired", "start": 32, "text": "林望山主持会议"}], "source": "n4", "target": "n5", "type": "CHAIRED"}, {"evidence": [{"confidence": 0.8, "end": 56, "rule": "rule-issued", "start": 40, "text": "会议要求:要确保4月底前备足种子"}], "source": "n5", "target": "n6", "type": "ISSUED"}, {"evidence": [{"confidence": 0.9, "end": 22, "rule": "rule-located_in", "start": 17, "text": "青禾市政府"}], "source": "n3", "target": "n1", "type": "LOCATED_IN"}, {"evidence": [], "source": "n1", "target": "n2", "type": "PART_OF"}, {"evidence": [{"confidence": 0.9, "end": 65, "rule": "rule-reported_by", "start": 57, "text": "本报记者 苏晚晴"}], "source": "article", "target": "n7", "type": "REPORTED_BY"}], "nodes": [{"aliases": ["我市"], "id": "n1", "label": "Place", "level": "prefecture", "name": "青禾市", "scope": "云岭省"}, {"aliases": [], "id": "n2", "label": "Place", "level": "province", "name": "云岭省"}, {"aliases": ["市政府"], "id": "n3", "label": "Agency", "name": "青禾市政府"}, {"aliases": [], "id": "n4", "label": "Person", "name": "林望山", "scope": "青禾市政府"}, {"aliases": ["会议"], "date": "2025-03-20", "id": "n5", "label": "Meeting", "name": "春耕生产会", "scope": "青禾市政府"}, {"aliases": [], "deadline": "2025-04", "id": "n6", "label": "Directive", "name": "要确保4月底前备足种子", "scope": "春耕生产会"}, {"aliases": [], "id": "n7", "label": "Person", "name": "苏晚晴", "scope": "青禾日报"}]}','b104d0151c18a665c26c883c0c22f601f59bdecff81e882e2d10ed3d561916d9');
INSERT INTO "articles" VALUES(2,'a-2','{"date": "2025-04", "home": "云岭省青禾市", "id": "a-2", "title": "禾丰公司与市农科院签约"}','禾丰种业公司与青禾市农科院合作。
青禾市政府市长林望山出席签约仪式。禾丰种业公司建设"种子谷"项目,投资3.5亿元。','b13fa02db287af5e7385dd290a7318498edb36a27760101a614029728182eab0','1','{"edges": [{"evidence": [{"confidence": 0.9, "end": 27, "rule": "rule-cooperates_with", "start": 12, "text": "禾丰种业公司与青禾市农科院合作"}], "source": "n2", "target": "n1", "type": "COOPERATES_WITH"}, {"evidence": [{"confidence": 0.7, "end": 39, "rule": "rule-holds_post", "start": 29, "text": "青禾市政府市长林望山"}], "source": "n4", "target": "n3", "title": "市长", "type": "HOLDS_POST"}, {"evidence": [{"confidence": 0.9, "end": 45, "rule": "rule-attended", "start": 36, "text": "林望山出席签约仪式"}], "source": "n4", "target": "n5", "type": "ATTENDED"}, {"evidence": [{"confidence": 0.9, "end": 61, "rule": "rule-undertakes", "start": 46, "text": "禾丰种业公司建设\"种子谷\"项目"}], "source": "n1", "target": "n6", "type": "UNDERTAKES"}, {"evidence": [{"confidence": 1, "end": 69, "rule": "rule-has_measurement", "start": 62, "text": "投资3.5亿元"}], "source": "n6", "target": "n7", "type": "HAS_MEASUREMENT"}, {"evidence": [{"confidence": 0.9, "end": 22, "rule": "rule-located_in", "start": 19, "text": "青禾市"}], "source": "n6", "target": "n8", "type": "LOCATED_IN"}, {"evidence": [{"confidence": 0.4, "end": 58, "rule": "rule-located_in", "start": 55, "text": "种子谷"}], "source": "n6", "target": "n8", "type": "LOCATED_IN"}], "nodes": [{"aliases": ["禾丰公司"], "id": "n1", "label": "Company", "name": "禾丰种业公司"}, {"aliases": ["市农科院"], "id": "n2", "label": "Organization", "name": "青禾市农科院", "scope": "青禾市"}, {"aliases": [], "id": "n3", "label": "Agency", "name": "青禾市政府"}, {"aliases": ["林市长"], "id": "n4", "label": "Person", "name": "林望山", "scope": "青禾市政府"}, {"aliases": [], "date": "2025-04", "id": "n5", "kind": "signing", "label": "Activity", "name": "签约仪式", "scope": "禾丰种业公司"}, {"aliases": [], "id": "n6", "label": "Project", "name": "种子谷", "scope": "青禾市"}, {"aliases": [], "base_unit": "元", "id": "n7", "label": "Measurement", "name": "投资", "number": 350000000.0, "scope": "种子谷", "unit": "亿元", "value": "3.5"}, {"aliases": [], "code": "999900", "id": "n8", "label": "Place", "level": "prefecture", "name": "青禾市", "scope": "云岭省"}]}','88019ce35840be9d85aa684b05b26c16b54007b53349f81c2e466153dc374441');
CREATE TABLE edge_support (
    id TEXT NOT NULL, article INTEGER NOT NULL, type TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
    said TEXT NOT NULL, PRIMARY KEY (id, article)) WITHOUT ROWID;
INSERT INTO "edge_support" VALUES('ATTENDED:Person:林望山@云岭省政府|Activity:签约仪式@禾丰种业公司@2025-04',2,'ATTENDED','Person:林望山@云岭省政府','Activity:签约仪式@禾丰种业公司@2025-04','{"v":{}}');
INSERT INTO "edge_support" VALUES('CHAIRED:Person:林望山@云岭省政府|Meeting:春耕生产会@青禾市政府@2025-03-20',1,'CHAIRED','Person:林望山@云岭省政府','Meeting:春耕生产会@青禾市政府@2025-03-20','{"v":{}}');
INSERT INTO "edge_support" VALUES('CONVENED:Agency:青禾市政府|Meeting:春耕生产会@青禾市政府@2025-03-20',1,'CONVENED','Agency:青禾市政府','Meeting:春耕生产会@青禾市政府@2025-03-20','{"v":{}}');
INSERT INTO "edge_support" VALUES('COOPERATES_WITH:Company:禾丰种业公司|Organization:青禾市农科院@青禾市',2,'COOPERATES_WITH','Company:禾丰种业','Organization:青禾市农科院@青禾市','{"v":{}}');
INSERT INTO "edge_support" VALUES('HAS_MEASUREMENT:Project:种子谷@青禾市|Measurement:投资@3.5@亿元@@种子谷',2,'HAS_MEASUREMENT','Project:种子谷@青禾市','Measurement:投资@3.5@亿元@@种子谷','{"v":{}}');
INSERT INTO "edge_support" VALUES('HOLDS_POST:Person:林望山@云岭省政府|Agency:青禾市政府|市长',1,'HOLDS_POST','Person:林望山@云岭省政府','Agency:青禾市政府','{"v":{"first_reported":["2025-03-21"],"last_reported":["2025-03-21"],"title":["市长"]}}');
INSERT INTO "edge_support" VALUES('HOLDS_POST:Person:林望山@云岭省政府|Agency:青禾市政府|市长',2,'HOLDS_POST','Person:林望山@云岭省政府','Agency:青禾市政府','{"v":{"first_reported":["2025-04"],"last_reported":["2025-04"],"title":["市长"]}}');
INSERT INTO "edge_support" VALUES('ISSUED:Meeting:春耕生产会@青禾市政府@2025-03-20|Directive:要确保4月底前备足种子@春耕生产会',1,'ISSUED','Meeting:春耕生产会@青禾市政府@2025-03-20','Directive:要确保4月底前备足种子@春耕生产会','{"v":{}}');
INSERT INTO "edge_support" VALUES('LOCATED_IN:Agency:青禾市政府|Place:青禾市@云岭省',1,'LOCATED_IN','Agency:青禾市政府','Place:青禾市@云岭省','{"v":{}}');
INSERT INTO "edge_support" VALUES('LOCATED_IN:Project:种子谷@青禾市|Place:青禾市@云岭省',2,'LOCATED_IN','Project:种子谷@青禾市','Place:青禾市@云岭省','{"v":{}}');
INSERT INTO "edge_support" VALUES('PART_OF:Place:青禾市@云岭省|Place:云岭省',1,'PART_OF','Place:青禾市@云岭省','Place:云岭省','{"v":{}}');
INSERT INTO "edge_support" VALUES('REPORTED_BY:Article:a-1|Person:苏晚晴@青禾日报',1,'REPORTED_BY','Article:a-1','Person:苏晚晴@青禾日报','{"v":{}}');
INSERT INTO "edge_support" VALUES('UNDERTAKES:Company:禾丰种业公司|Project:种子谷@青禾市',2,'UNDERTAKES','Company:禾丰种业','Project:种子谷@青禾市','{"v":{}}');
CREATE TABLE evidence (
    edge TEXT NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL,
    PRIMARY KEY (edge, article, start, "end", rule)) WITHOUT ROWID;
INSERT INTO "evidence" VALUES('ATTENDED:Person:林望山@云岭省政府|Activity:签约仪式@禾丰种业公司@2025-04',2,36,45,'林望山出席签约仪式','rule-attended',0.9);
INSERT INTO "evidence" VALUES('CHAIRED:Person:林望山@云岭省政府|Meeting:春耕生产会@青禾市政府@2025-03-20',1,32,39,'林望山主持会议','rule-chaired',0.9);
INSERT INTO "evidence" VALUES('CONVENED:Agency:青禾市政府|Meeting:春耕生产会@青禾市政府@2025-03-20',1,17,29,'青禾市政府召开春耕生产会','rule-convened',0.95);
INSERT INTO "evidence" VALUES('COOPERATES_WITH:Company:禾丰种业公司|Organization:青禾市农科院@青禾市',2,12,27,'禾丰种业公司与青禾市农科院合作','rule-cooperates_with',0.9);
INSERT INTO "evidence" VALUES('HAS_MEASUREMENT:Project:种子谷@青禾市|Measurement:投资@3.5@亿元@@种子谷',2,62,69,'投资3.5亿元','rule-has_measurement',1.0);
INSERT INTO "evidence" VALUES('HOLDS_POST:Person:林望山@云岭省政府|Agency:青禾市政府|市长',1,30,35,'市长林望山','rule-holds_post',0.9);
INSERT INTO "evidence" VALUES('HOLDS_POST:Person:林望山@云岭省政府|Agency:青禾市政府|市长',2,29,39,'青禾市政府市长林望山','rule-holds_post',0.7);
INSERT INTO "evidence" VALUES('ISSUED:Meeting:春耕生产会@青禾市政府@2025-03-20|Directive:要确保4月底前备足种子@春耕生产会',1,40,56,'会议要求:要确保4月底前备足种子','rule-issued',0.8);
INSERT INTO "evidence" VALUES('LOCATED_IN:Agency:青禾市政府|Place:青禾市@云岭省',1,17,22,'青禾市政府','rule-located_in',0.9);
INSERT INTO "evidence" VALUES('LOCATED_IN:Project:种子谷@青禾市|Place:青禾市@云岭省',2,19,22,'青禾市','rule-located_in',0.9);
INSERT INTO "evidence" VALUES('LOCATED_IN:Project:种子谷@青禾市|Place:青禾市@云岭省',2,55,58,'种子谷','rule-located_in',0.4);
INSERT INTO "evidence" VALUES('REPORTED_BY:Article:a-1|Person:苏晚晴@青禾日报',1,57,65,'本报记者 苏晚晴','rule-reported_by',0.9);
INSERT INTO "evidence" VALUES('UNDERTAKES:Company:禾丰种业公司|Project:种子谷@青禾市',2,46,61,'禾丰种业公司建设"种子谷"项目','rule-undertakes',0.9);
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY, subject TEXT NOT NULL, verdict TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '', at TEXT NOT NULL DEFAULT '');
INSERT INTO "judgements" VALUES(1,'["Person:林望山@云岭省政府", "Person:林望山@青禾市政府"]','yes','','编辑','2025-04-01T08:00:00');
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "meta" VALUES('generation','9b25ca1aaf8ebe2456a349c441dd4d2b14aea0024a467801d5f0607d90e9ad11');
CREATE TABLE node_support (
    id TEXT NOT NULL, article INTEGER NOT NULL, label TEXT NOT NULL, said TEXT NOT NULL,
    PRIMARY KEY (id, article)) WITHOUT ROWID;
INSERT INTO "node_support" VALUES('Activity:签约仪式@禾丰种业公司@2025-04',2,'Activity','{"n":["签约仪式"],"a":[],"v":{"date":["2025-04"],"kind":["signing"],"scope":["禾丰种业公司"]}}');
INSERT INTO "node_support" VALUES('Agency:青禾市政府',1,'Agency','{"n":["青禾市政府"],"a":["市政府"],"v":{}}');
INSERT INTO "node_support" VALUES('Agency:青禾市政府',2,'Agency','{"n":["青禾市政府"],"a":[],"v":{}}');
INSERT INTO "node_support" VALUES('Article:a-1',1,'Article','{"n":["青禾市召开春耕生产会"],"a":[],"v":{"date":["2025-03-21"],"home":["云岭省青禾市"],"publication":["青禾日报"],"title":["青禾市召开春耕生产会"]}}');
INSERT INTO "node_support" VALUES('Article:a-2',2,'Article','{"n":["禾丰公司与市农科院签约"],"a":[],"v":{"date":["2025-04"],"home":["云岭省青禾市"],"title":["禾丰公司与市农科院签约"]}}');
INSERT INTO "node_support" VALUES('Company:禾丰种业',2,'Company','{"n":["禾丰种业公司"],"a":["禾丰公司"],"v":{}}');
INSERT INTO "node_support" VALUES('Directive:要确保4月底前备足种子@春耕生产会',1,'Directive','{"n":["要确保4月底前备足种子"],"a":[],"v":{"deadline":["2025-04"],"scope":["春耕生产会"]}}');
INSERT INTO "node_support" VALUES('Measurement:投资@3.5@亿元@@种子谷',2,'Measurement','{"n":["投资"],"a":[],"v":{"base_unit":["元"],"number":[350000000],"scope":["种子谷"],"unit":["亿元"],"value":["3.5"]}}');
INSERT INTO "node_support" VALUES('Meeting:春耕生产会@青禾市政府@2025-03-20',1,'Meeting','{"n":["春耕生产会"],"a":["会议"],"v":{"date":["2025-03-20"],"scope":["青禾市政府"]}}');
INSERT INTO "node_support" VALUES('Organization:青禾市农科院@青禾市',2,'Organization','{"n":["青禾市农科院"],"a":["市农科院"],"v":{"scope":["青禾市"]}}');
INSERT INTO "node_support" VALUES('Person:林望山@云岭省政府',1,'Person','{"n":["林望山"],"a":[],"v":{"scope":["青禾市政府"]}}');
INSERT INTO "node_support" VALUES('Person:林望山@云岭省政府',2,'Person','{"n":["林望山"],"a":["林市长"],"v":{"scope":["青禾市政府"]}}');
INSERT INTO "node_support" VALUES('Person:苏晚晴@青禾日报',1,'Person','{"n":["苏晚晴"],"a":[],"v":{"scope":["青禾日报"]}}');
INSERT INTO "node_support" VALUES('Place:云岭省',1,'Place','{"n":["云岭省"],"a":[],"v":{"level":["province"]}}');
INSERT INTO "node_support" VALUES('Place:青禾市@云岭省',1,'Place','{"n":["青禾市"],"a":["我市"],"v":{"level":["prefecture"],"scope":["云岭省"]}}');
INSERT INTO "node_support" VALUES('Place:青禾市@云岭省',2,'Place','{"n":["青禾市"],"a":[],"v":{"code":["999900"],"level":["prefecture"],"scope":["云岭省"]}}');
INSERT INTO "node_support" VALUES('Project:种子谷@青禾市',2,'Project','{"n":["种子谷"],"a":[],"v":{"scope":["青禾市"]}}');
CREATE INDEX node_support_article ON node_support (article);
CREATE INDEX edge_support_article ON edge_support (article);
CREATE INDEX evidence_article ON evidence (article);
COMMIT;
PRAGMA application_id = 1735358055;
PRAGMA user_version = 1;
