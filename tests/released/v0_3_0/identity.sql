BEGIN TRANSACTION;
CREATE TABLE alarms (
	id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	subject VARCHAR(64) NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE budgets (
	"key" VARCHAR(255) NOT NULL, 
	spent INTEGER NOT NULL, 
	until FLOAT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "budgets" VALUES('address/127.0.0.1/30/900/second',0,1.77742830014836788177e+09);
INSERT INTO "budgets" VALUES('account/1372318f250bc2354f7554d7721e0f1c09b89597a4dd27d91c4f9e289e8f8bcc/60/900/second',0,1.77189930092671608929e+09);
INSERT INTO "budgets" VALUES('all/2000/900/second',0,1.77742830016867589949e+09);
INSERT INTO "budgets" VALUES('account/81a490e3c82199516472da891b27015ecf55e169985eb380083a49561e31ee56/60/900/second',0,1771984500.17274);
INSERT INTO "budgets" VALUES('account/75fa0883186285a9c728d0be76ffce358b15008e0ea2d3cbebdaf72be8c90f0a/60/900/second',0,1.77198450073250699044e+09);
INSERT INTO "budgets" VALUES('account/17d5c35f217c13392aa23afb72fe5609884af0950c7b112bc127577c03c9ba67/60/900/second',0,1.77423030002879595756e+09);
INSERT INTO "budgets" VALUES('account/9b272110f88adbd4172cbf0ea0d2079322fc7cf1b1acf771db4f5829dcf7effb/60/900/second',0,1.77561390016674804691e+09);
INSERT INTO "budgets" VALUES('account/e75f7429a6c298c9d5ff8e67a6a24bbb15c6521b282156f73bc4dbc7538d11f9/60/900/second',0,1.77614730003777408599e+09);
INSERT INTO "budgets" VALUES('account/2ee32ff8e499526fa3bdabed6400a794bca511d165d1eebb918b605651f955c8/60/900/second',0,1.77614730082991790767e+09);
INSERT INTO "budgets" VALUES('account/0abeb170ebd8bf18fdbd93386072ab4b81151541926d3b0c2553a46d170752df/60/900/second',0,1.77614730175002408021e+09);
INSERT INTO "budgets" VALUES('account/01b30edd5091e75fc6934122df6a150a1f8ab299e199ff9a5d9b229ab5495250/60/900/second',0,1.77614730241384792324e+09);
INSERT INTO "budgets" VALUES('account/4f7f50268cb60187f3985b691607d0b3550255bcd68d7d5b4471e7ac4bcfcb82/60/900/second',0,1.77614730332196688652e+09);
INSERT INTO "budgets" VALUES('account/b8f0422a1f97d70e229ae934d352056919ceddb3fbcfa3ff4edb17c1fc3e18a9/60/900/second',0,1776822300.20489);
INSERT INTO "budgets" VALUES('account/ad1ef919a564f47a123ba882d867e8a49d22065c82c75cc03623a402b65f28d1/60/900/second',0,1.77682230096614503862e+09);
INSERT INTO "budgets" VALUES('account/4ed9c054c8662424d0187ffceb56cbbfdc64be6e67e7bd09fcb63ca065700877/60/900/second',0,1.77682410004675102235e+09);
INSERT INTO "budgets" VALUES('account/24c318c67c50b5befe586317d177e5c0ece4c3b9bf7fb3e8112e4ccfb2263f52/60/900/second',0,1776909300.11642);
INSERT INTO "budgets" VALUES('account/226cc7d78935698e9b66ff22953c14e0aacd64ca3d9bd47a6d6beccc499a9638/60/900/second',0,1.77690930078626799582e+09);
INSERT INTO "budgets" VALUES('account/24895ae7adaeaf7f6e1b89d9662687e6ed0bc86174d781c4ee95a4ee080b3347/60/900/second',0,1.77742830016004610058e+09);
CREATE TABLE command_log (
	command_id VARCHAR(64) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	actor_id VARCHAR(64) NOT NULL, 
	answer TEXT, 
	at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (command_id)
);
CREATE TABLE dead_letters (
	letter_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	consumer VARCHAR(128) NOT NULL, 
	event_id VARCHAR(255) NOT NULL, 
	type_name VARCHAR(255) NOT NULL, 
	subject VARCHAR(255) NOT NULL, 
	sequence BIGINT NOT NULL, 
	reason_code VARCHAR(64) NOT NULL, 
	reason TEXT NOT NULL, 
	attempts BIGINT NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	first_at VARCHAR(27) NOT NULL, 
	body BLOB NOT NULL, 
	headers TEXT NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	decided_by VARCHAR(64), 
	decided_reason TEXT, 
	decided_at VARCHAR(27), 
	UNIQUE (consumer, event_id, digest)
);
CREATE TABLE handed_links (
	digest VARCHAR(64) NOT NULL, 
	officer_id VARCHAR(64) NOT NULL, 
	"by" VARCHAR(64) NOT NULL, 
	issued_at VARCHAR(27) NOT NULL, 
	used_at VARCHAR(27), 
	address VARCHAR(64) NOT NULL, 
	told BOOLEAN NOT NULL, 
	PRIMARY KEY (digest)
);
CREATE TABLE heard (
	consumer VARCHAR(128) NOT NULL, 
	subject VARCHAR(64) NOT NULL, 
	sequence BIGINT NOT NULL, 
	PRIMARY KEY (consumer, subject)
);
CREATE TABLE hearers (
	queue VARCHAR(255) NOT NULL, 
	PRIMARY KEY (queue)
);
INSERT INTO "hearers" VALUES('identity.events--notify');
INSERT INTO "hearers" VALUES('identity.events--review');
CREATE TABLE inbox (
	consumer VARCHAR(128) NOT NULL, 
	event_id VARCHAR(64) NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (consumer, event_id)
);
CREATE TABLE known_addresses (
	officer_id VARCHAR(64) NOT NULL, 
	address VARCHAR(64) NOT NULL, 
	seen_at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (officer_id, address)
);
INSERT INTO "known_addresses" VALUES('songming.filer','127.0.0.1','2026-05-07T02:00:00.041230Z');
INSERT INTO "known_addresses" VALUES('songming.lead','127.0.0.1','2026-04-28T07:00:00.312764Z');
INSERT INTO "known_addresses" VALUES('songming.reviewer','127.0.0.1','2026-05-08T01:40:00.346193Z');
INSERT INTO "known_addresses" VALUES('songming.filer2','127.0.0.1','2026-05-08T01:50:01.313596Z');
INSERT INTO "known_addresses" VALUES('songming.reviewer2','127.0.0.1','2026-05-08T01:50:03.267354Z');
INSERT INTO "known_addresses" VALUES('songming.member1','127.0.0.1','2026-04-14T06:00:00.016560Z');
INSERT INTO "known_addresses" VALUES('songming.member2','127.0.0.1','2026-04-14T06:00:00.792000Z');
INSERT INTO "known_addresses" VALUES('songming.member3','127.0.0.1','2026-04-14T06:00:01.714743Z');
INSERT INTO "known_addresses" VALUES('songming.member4','127.0.0.1','2026-04-14T06:00:02.379304Z');
INSERT INTO "known_addresses" VALUES('songming.member5','127.0.0.1','2026-04-14T06:00:03.279975Z');
INSERT INTO "known_addresses" VALUES('kunming.filer','127.0.0.1','2026-04-27T02:00:00.030261Z');
INSERT INTO "known_addresses" VALUES('kunming.lead','127.0.0.1','2026-04-22T01:30:00.927895Z');
INSERT INTO "known_addresses" VALUES('yiliang.filer','127.0.0.1','2026-04-22T02:00:00.024191Z');
INSERT INTO "known_addresses" VALUES('yiliang.lead','127.0.0.1','2026-04-23T01:40:00.092272Z');
INSERT INTO "known_addresses" VALUES('yiliang.reviewer','127.0.0.1','2026-04-23T01:40:00.743579Z');
INSERT INTO "known_addresses" VALUES('kunming.reviewer','127.0.0.1','2026-04-29T01:50:00.123023Z');
CREATE TABLE ledger (
	line_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	seq BIGINT, 
	body TEXT NOT NULL, 
	leaf VARCHAR(64) NOT NULL, 
	salt VARCHAR(32) NOT NULL, 
	UNIQUE (seq)
);
INSERT INTO "ledger" VALUES(1,1,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"619106cf4db14ab18ccb950507b35df4","organ":"","payload":"edfa18f965469ef9ab85e11a2972684ef55cdbdd60191c03f5c28cdba518d321","role":"system","sequence":1,"service":"identity","subject":"bf0399c3f6e54aefb380306c14f8ac6e","what":"identity.unit_named.v1"}','f86c2de86a9cd5dc530db00b12dba2f4ef9733abe2105c6416976d5a1df34bc4','a2a0785f6287795b84d3ea53fb906b18');
INSERT INTO "ledger" VALUES(2,2,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"e7f904f28c444394969a50f6352f8f47","organ":"","payload":"1a79205ce178447567d713ac5429bbd5ba2b4f09786ddda488a9982b4071f9eb","role":"system","sequence":1,"service":"identity","subject":"e6e067bca49e4561ab2c467ff76ce833","what":"identity.unit_named.v1"}','7cf9e0994637b50a95a9e7272d23953cd80e46b217177477fbcd8f12154885a5','dc09b9ab7bfacd6f6623bd95577ebba9');
INSERT INTO "ledger" VALUES(3,3,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"56c257bd6508484189febc281d05bed5","organ":"","payload":"14cf03655f2370baea15a8c83b9cbfa81925120af0d747e17879a6364a479f88","role":"system","sequence":1,"service":"identity","subject":"5a151734129a4e9e9271563f093604a7","what":"identity.unit_named.v1"}','2c0a80c23a169107cd054e1a17ed132cad8c2b07aa3c7cfd627cf7b9632cf605','442a6b672e83fce8df73efdcc580445a');
INSERT INTO "ledger" VALUES(4,4,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"9f22530584684ce9aa267e5e8df90657","organ":"","payload":"0aca0bcb5da2ad14aa77f257c524814f25ca18f5137ee78e242348e38dfacb40","role":"system","sequence":1,"service":"identity","subject":"6fd8e7dee3da4b35b97d41f7dd3554f4","what":"identity.unit_named.v1"}','3635a27dd69f5083a4f31da60f7991f5d17b95009042f53cfe81e78183b066b2','e7f8da09937d9b6082a38fc340e26996');
INSERT INTO "ledger" VALUES(5,5,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"9ed49de68ff84d6891859173389beeee","organ":"","payload":"a00674cd50eabe4b2155c5cea1f3ebd7e0269a5ecceb85a2d3a21871897f27b5","role":"system","sequence":1,"service":"identity","subject":"82b2c35656864380b31b657dcce5b385","what":"identity.unit_named.v1"}','37990e2dccd715ca9c9561baa17aeb8c847e6e00712969d6373e3d036eb2821b','b867ef506463fdc3e4b0bb73b8324f5c');
INSERT INTO "ledger" VALUES(6,6,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"26acde97ccc543db89eee73b9aeca85b","organ":"","payload":"22a6b735ac9ce7865f33a58bbb89a88ff2df15189e73b8e3555b544b8fe3e5c7","role":"system","sequence":1,"service":"identity","subject":"c568cc532c9549599b426f5b4dee8b24","what":"identity.unit_named.v1"}','dfd42096cedbf40acb43c1ac2cbda287669ea0ac339eb9cac7bf20b3f858507e','f786d965cad4cb2f1fdcb079a4953ddc');
INSERT INTO "ledger" VALUES(7,7,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"116f2cbd22c54d699989992ce47e478d","organ":"","payload":"08e835f3f9baab0ca098010fcd381165f664d912af3aa2868fce16ae66148bd0","role":"system","sequence":1,"service":"identity","subject":"f129cd3bcc84420280ac8d8c286429c1","what":"identity.unit_named.v1"}','77f1ddb0a3ec4859c3cfa59bb9f12c668123970c71b8b6da52ca4cd4b85565a2','b14d7f45ffe0d97250288f7a5dc71b6e');
INSERT INTO "ledger" VALUES(8,8,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"5bf1e54f1f184c7aa08b4a4816347b32","organ":"","payload":"d3efdf13934a00681a8e951390b09a868ac6564e35d3fe8e73ff4f26d4a5e41a","role":"system","sequence":1,"service":"identity","subject":"d9ebd902168e4d6190d8e0a32f05bf56","what":"identity.unit_named.v1"}','92b75249df85543bb916ea26863be396b56d8f5d547b795d0ff8a70b0420dbc4','02a42d7b03a8eb3f4de5d239d6e8b1a4');
INSERT INTO "ledger" VALUES(9,9,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"dcb30c1fa21a4f5da136ced3344408e4","organ":"","payload":"b218f1d848831c8146f9784ad8a50ead2bc41f2977a059546c2056de9b782b87","role":"system","sequence":1,"service":"identity","subject":"957a1accdeff4a219533a2d92f5a36cc","what":"identity.unit_named.v1"}','e0ad023a9c6c973522ba89ed68fed63becdf6b6a4bb1680d9b45da65c631a4b1','2d11c22fe34899cfb3810218b54edcd8');
INSERT INTO "ledger" VALUES(10,10,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"7fed7198f58649a88d564fa7f4b215fd","organ":"","payload":"5a72d5ff6c88db9fe1172107a1b86f77717b5016712644e9d662d175d46f5132","role":"system","sequence":1,"service":"identity","subject":"73f4fee0212745e1975fda3843f4772d","what":"identity.unit_named.v1"}','84eaaaf923310d9932c8463f8a77a252c4d3c6c0d79fe259a6ae6d39e33026c1','91ac34652bce51ba1ca57a8d174833da');
INSERT INTO "ledger" VALUES(11,11,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"b33b84cd048d468c8dbc196e89f931ed","organ":"","payload":"5ec342e53758dbd1f385b44f84b8456faeb504b04050e4f1cb10fce51549e6de","role":"system","sequence":1,"service":"identity","subject":"3205ac0cd3e3485098ec8d8548fa2086","what":"identity.unit_named.v1"}','bce5921b7048c83ea1a0996d1f77c62372d96fcae7f8b19ffb3caeeea00729dd','b29622d8aea90ca5d2e43b0d8ec2beee');
INSERT INTO "ledger" VALUES(12,12,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"042f08ace2764474a3461f0eca37a769","organ":"","payload":"e0bafdd0779801b8b059bd78e7d0787674f5375e85f8e90d43f102a376d46537","role":"system","sequence":1,"service":"identity","subject":"74919878832441c693539de27c2b1b5b","what":"identity.unit_named.v1"}','aac958f8cafd999372c0a6341753b4728f5d9d97127512b1512282614d9d712e','844b4aa7d64468c6d0a9ce3ce18110f0');
INSERT INTO "ledger" VALUES(13,13,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"9cbfa598eccc4c8fb15e0211d6cf05d7","organ":"","payload":"e6a2cf1ea8aca2c8a2de372240175a1ddda195b26aabe039ef4e89b4f9f3602e","role":"system","sequence":1,"service":"identity","subject":"e22e033a18b14879b5d6aaeceb88e1e2","what":"identity.unit_named.v1"}','4cf6ada9a0b500cd64cd372f6d045cdbbc8379a84e863810cf0d3d1abc652e49','64e1dca4d13e9d98633c066406d3ea4a');
INSERT INTO "ledger" VALUES(14,14,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"6c68b0b932ab44f2998dfaedf6b645e1","organ":"","payload":"5a9c73a25628f7795653b6e4eef466af25e65da0050e9e287c462a70c46041fb","role":"system","sequence":1,"service":"identity","subject":"2bc2365e36384953bb083e4528dca69e","what":"identity.unit_named.v1"}','36af9ad9885309b27100c2b7b9da098f1424b8a641cf20bb665cc538d6e80fbf','a56791a5cb013a627f94ccace7207d9c');
INSERT INTO "ledger" VALUES(15,15,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"80df47acdf29440a82196a16a8446ec9","organ":"","payload":"ae1050508c67ef7892f3dafe309be8b78ad00c7fcf03521ff69fd4f893f083e5","role":"system","sequence":1,"service":"identity","subject":"126c501412ae4a1eb0c3fa0f2ff34894","what":"identity.unit_named.v1"}','267e5d86d548a87c41216b0de060f1cace50e5f53d32f426de1cd88ec66d1088','dcd625e2b0728da3fc5a7eb64cbba793');
INSERT INTO "ledger" VALUES(16,16,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"41201d530945426e8d649ff8020be7d7","organ":"","payload":"43100ab648bacc77b480eaa80cf708c81991b27ca04f5425a2fe24877cf76699","role":"system","sequence":1,"service":"identity","subject":"d460bf0eb29f4b9ba732b7bb540c0ba2","what":"identity.unit_named.v1"}','80e3a122296e12268de062773ed1fbedc7d6566aa92d04af7d33d0f4362c58a5','05b81786b868a4b9001b6114ecbc487d');
INSERT INTO "ledger" VALUES(17,17,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"ba2bf1c66fd548bd9ee15e0aa96f1b5a","organ":"","payload":"f1ac674e68a4343e1d2234d4246f000c3bc02bb48d6e48982902c35d9e2f1dc3","role":"system","sequence":1,"service":"identity","subject":"6852593323b04b4ba51d353faa81d62b","what":"identity.unit_named.v1"}','7914b1771e0467b5f9cb4f4b9c3e4c8c5627c16bcbb4c4e424fcb4d1eca798c4','39d3063980092bc248fc133edc56541e');
INSERT INTO "ledger" VALUES(18,18,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"e072bb56e5b84febaade4d4c295ec978","organ":"","payload":"74d41e338a4ab6fb5051c4134ca245c1880f79fe86ccb21be786d5edab27c23c","role":"system","sequence":1,"service":"identity","subject":"a73d798585974585bbd033f4decd10ad","what":"identity.unit_named.v1"}','502efc71d9da67c33606c66df4d4962c72d1a637f63a3a395840369f82db1907','ef834d5080b1ad83f416697aa7fa338b');
INSERT INTO "ledger" VALUES(19,19,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"6508a8a96e724b31b1557eedaff18192","organ":"","payload":"13328c21a98dfcfb4888bc6fa07d75d2afe1dbd26f2996ab3a56df8b2934c0d0","role":"system","sequence":1,"service":"identity","subject":"599b17c0a7784cfd8b2f375ac017b634","what":"identity.unit_named.v1"}','ca4f29d3d15d888e1b7251041cce7a814346324546d0282414ebe5f0a6cf1f72','9b58e8f67546c5e071b662c80fa21d92');
INSERT INTO "ledger" VALUES(20,20,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"2dd89c1fa71746c9bfadee837129bd43","organ":"","payload":"16eb271b7e50a916c7440022ad0511c8a08e7bbd8a098ad2521b4595656fd35b","role":"system","sequence":1,"service":"identity","subject":"dec1840187444f73987457ae122aeec5","what":"identity.unit_named.v1"}','ae279c01d198ef0eaebf21b68ad89a7c1d8f964e6e1142a201c163b1b5dc9987','4f205cd34cb173c9aa6fb8ae3dd31e2f');
INSERT INTO "ledger" VALUES(21,21,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"73b2920cac6a4ba8911dae7494a88754","organ":"","payload":"60a1622cd0ccb69f6e3ca2e25e861a1e1a0573a9d88b20b738fb19257b501eb7","role":"system","sequence":1,"service":"identity","subject":"d60d0458bdb8406c9f75268decfa1336","what":"identity.unit_named.v1"}','38cb53201b00a24db0bac0bb61b8041a982dba3b8c8a15d3156b072c51be83cf','bb966b479b912fbf78232c766bf2a9d7');
INSERT INTO "ledger" VALUES(22,22,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"e013e2b1079542feb53873b9e6df697c","organ":"","payload":"c60c53c3e705eff5c834113c64b651f0ed43de38fe36aadd152a614dfdf7f905","role":"system","sequence":1,"service":"identity","subject":"d5967e6529834dac9848e559d7015f74","what":"identity.unit_named.v1"}','ecb8fc4d479fa9a6735c3b1f8259a3038e6dd5fcbf9057a109237215cfb9dc7c','4935df1f0ad0f0f5f5393bf108729493');
INSERT INTO "ledger" VALUES(23,23,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"da75b42d381840f88a14505d3c9d8267","organ":"","payload":"c0dd9b3fd1c97341a416e18377e628f0330cacc6f57c269dcf2329674f3ff0cd","role":"system","sequence":1,"service":"identity","subject":"cbf95e53acde4fcaafb02d6b5b64b9fb","what":"identity.unit_named.v1"}','a55feaf3e3441c042d3073f37871ad4cb1d257ea904c12524e0f42bbfe2e441d','20981be4ce91c9e4d9749a0187fb10fe');
INSERT INTO "ledger" VALUES(24,24,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"02f57d1179df483fac0aa5fbbe7d63c6","organ":"","payload":"57287d4139bcff7594b439b7919ab9c4b71bd52a75a297f33103e8b4d67cb60b","role":"system","sequence":1,"service":"identity","subject":"c2d2505994614cc49ec457666a2e1628","what":"identity.unit_named.v1"}','2e19aac64d273cb6d3b6d140609fc0f566a7125db0814d38892f367d95be1347','32e4d5f761829eae36efebc114e33f65');
INSERT INTO "ledger" VALUES(25,25,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"7fc4f46c960247e698673b2909387330","organ":"","payload":"500a0e670e393d8eb645f776e363bd7e80c653f43ac9af47f542560c9c8505b4","role":"system","sequence":1,"service":"identity","subject":"2cc76a512f5c4703a56a9ce2ba98ff48","what":"identity.unit_named.v1"}','86d785319cc26e0c38c764ece7a252e36cd75669ec134ad87f62ac09286745e9','113459cb8e9f3260a4a1d3dd560cf7f8');
INSERT INTO "ledger" VALUES(26,26,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"80d2148f22a64b65aad43cdf664ecf14","organ":"","payload":"d6730a477f5759ef5f9050ad732a669bb8b14c93e763eabed8d432c6b6e4d87e","role":"system","sequence":1,"service":"identity","subject":"2490513eb07349bc95d29a3cf2999800","what":"identity.unit_named.v1"}','a65dc8d597c40730902acea5d582a95a08c086d7925bc2f785c6a94a101362b3','719d26ffaaf26b211421439ffba6b53f');
INSERT INTO "ledger" VALUES(27,27,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"1664fb38beda44b0aa089aec6106559e","organ":"","payload":"7500ec42844857b4d260f161f896f7cc9cb64c78928c076937d63b9b8710bdd0","role":"system","sequence":1,"service":"identity","subject":"5ebb282dee20435d8aa80cfe76f80d84","what":"identity.unit_named.v1"}','32ff5816c0327fa23f47f17e2861b835c9ae2de4b95b89f40652445d11a78c51','08bd82ff3d0be7da9b091513da6dedc9');
INSERT INTO "ledger" VALUES(28,28,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"e21581aff039486489af218573a35ed1","organ":"","payload":"699632d5a34ebf833653a3e57276d50a22be4c4110344cd064788fe5aca83a5d","role":"system","sequence":1,"service":"identity","subject":"songming.filer","what":"identity.officer_enrolled.v1"}','5a1f3ee2375c2836aa8f1fb04c78da2764d03043408d47da09c4f18a4d3532a1','f6c7b0221e41078f87a114258352ad7d');
INSERT INTO "ledger" VALUES(29,29,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"bb24cff531274be7af9aff50a8d948eb","organ":"","payload":"76594d5bcf1f397cd6122f24a1c94621aeef3b3ea570ad7da569bd63da0a2110","role":"system","sequence":1,"service":"identity","subject":"songming.reviewer","what":"identity.officer_enrolled.v1"}','7509ca5d407897f40476dd2749bcb73be11979b7f016b468594214a89bfd8631','ba6b158b29c863993afd38f3a0e7d734');
INSERT INTO "ledger" VALUES(30,30,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"50bf6c3daa68499aaebba23367fcc3a6","organ":"","payload":"0c8d3fcf33332ac589ad7afa636621327a22f04ac540cfe81f9d8c31ba3d7a30","role":"system","sequence":1,"service":"identity","subject":"songming.reviewer2","what":"identity.officer_enrolled.v1"}','2239a0d4b4f87f03f7be271c4fb18e4fea87eb44e6a77543493bce507cea5a84','e53c3ab92d334a14174ab7d85220a928');
INSERT INTO "ledger" VALUES(31,31,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"cbbce629b8b24229bba639e54c484002","organ":"","payload":"2ea5e75e7579f98abd6c00b373fb4ca0f0417c21f9c686ae34e68906257818c6","role":"system","sequence":1,"service":"identity","subject":"songming.lead","what":"identity.officer_enrolled.v1"}','bcb1ab7cebd044567a539ee60eec0666a908777e312387e7e59aeaf6cfe9b264','4f8026f56decec795abdc37e63822787');
INSERT INTO "ledger" VALUES(32,32,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"d4ac5f6f3c5a4de58483e57367503935","organ":"","payload":"822071e448d43f014155b5228c0e6d551cdf30c70c1f9bc99337e2e54a9e905f","role":"system","sequence":1,"service":"identity","subject":"songming.lead2","what":"identity.officer_enrolled.v1"}','1ac70c0a8cfab308637741bd62bbba1ebdb3898097d99f18a3698e5cbd1426c6','6aa36ae970dd2cd7f352d4b9f40de0fa');
INSERT INTO "ledger" VALUES(33,33,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"b9f210bdfc5746918dc5ced958a84bb3","organ":"","payload":"1e42a0770979a95a21ed13555114567c26e16adc5ac1cd7efa45e887dc330b7c","role":"system","sequence":1,"service":"identity","subject":"songming.member1","what":"identity.officer_enrolled.v1"}','c5fb37e6ed1e7e500c19d5509caebb56ddeeb70d5902f4e0de56714474830ce0','6f0e6ef97d17bd9ffc0b142f09ffde0e');
INSERT INTO "ledger" VALUES(34,34,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"7434d6167e6a415dae9e46063e8c8ec1","organ":"","payload":"a39a4ee691582e90bf5d68553ad85d63ab9c91c3d51816966d7123849f4476a7","role":"system","sequence":1,"service":"identity","subject":"songming.member2","what":"identity.officer_enrolled.v1"}','462dcb2d9496727fa9d93b95fd5c1f2a3971d5ce2b113380b844216e94a29410','20fe2e83d150afc0b3142095c2f7e93a');
INSERT INTO "ledger" VALUES(35,35,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"9c47dc2601fe47d3bc37f32e1977203d","organ":"","payload":"243df1826a9f9d9ad1dbdcf71d3577cda1c7a0a5d495c73b1d5365fcc86cdd02","role":"system","sequence":1,"service":"identity","subject":"songming.member3","what":"identity.officer_enrolled.v1"}','5e69033ee24e5c64a36357e6d2c0eefbf5be224ba300241cfa4cca91d6d3785e','ba1879d99a63a59279552c1a2cc334ca');
INSERT INTO "ledger" VALUES(36,36,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"381328ae595d41cabc5139a6e181c263","organ":"","payload":"908e7b5d9baef5e4301a324043be81e3eb52f71afdac141f667a93c7c6979dc6","role":"system","sequence":1,"service":"identity","subject":"songming.member4","what":"identity.officer_enrolled.v1"}','20b880a82117d4830e3a1de2f9306223a01cfc8a3fb703f44f79a5ea88ddde18','dd1989850a7b15d3d7182c05cab55d35');
INSERT INTO "ledger" VALUES(37,37,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"390303964a704f5ca847f06d90f2ed75","organ":"","payload":"284d86ecea31388c04d141719e1dac70a8c043540ead5b609f0695194fd2c9b4","role":"system","sequence":1,"service":"identity","subject":"songming.member5","what":"identity.officer_enrolled.v1"}','86ed4fde76efa6c4a7cac1cb0e4d3db98b8b4ab65538f8b92c767e723eaef486','9fe36cb71028afb14f34fcdea6de97ed');
INSERT INTO "ledger" VALUES(38,38,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"36795139f7e5478caea1ee2800048e3e","organ":"","payload":"860fd98ae21d6b7d9a6555840c1a72f13f67ccdf535fd67d5deb6a80efbce067","role":"system","sequence":1,"service":"identity","subject":"songming.filer2","what":"identity.officer_enrolled.v1"}','00cd1cb5dad4e9e043dade662df936de66cc945f160c5a81ecde046fae9b2e41','2af948b4b52cadb557edf57b121c4d60');
INSERT INTO "ledger" VALUES(39,39,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"caba8155b33941b7a2bb8ab739648f19","organ":"","payload":"69d8578fbe426786a4917ab8e010054bba0fda0037ee84b69894f127eed3764d","role":"system","sequence":1,"service":"identity","subject":"songming.panel1","what":"identity.officer_enrolled.v1"}','005a883e6c2ca7f91fbfe7216dda29e8bf52eaa6e585e2a365a11f25c1c13f5f','9c2274687c3d47211e32ff3188937db6');
INSERT INTO "ledger" VALUES(40,40,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"938eb2946dc146fd8cc0369f748d7dc9","organ":"","payload":"5004becfeda60c8ad2735fe0487fa26cbab3150c9c8c5b66fbb7c1f62a4914b9","role":"system","sequence":1,"service":"identity","subject":"songming.panel2","what":"identity.officer_enrolled.v1"}','0cec1f3258d099fafca4e54f1c6f545569dbcc4e4f29a31fedf51eaafe70e364','7c01057cca8103632d1bf1af69e25206');
INSERT INTO "ledger" VALUES(41,41,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"3df6b153766e4b3aaa65314080769211","organ":"","payload":"664bf6f2736b65633134264185398ab3a11c021b224539e2b92984ad3d501b4d","role":"system","sequence":1,"service":"identity","subject":"songming.panel3","what":"identity.officer_enrolled.v1"}','2416aeb10ae96be992761a2cd7e2c3e41b782c080da3ef9edff4b2c22bcea526','e3b1f8c7c66d545ae0247d4956111877');
INSERT INTO "ledger" VALUES(42,42,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"ce5bda0446c24c19bf8d27bc398faa20","organ":"","payload":"077d69660288e5c7fc33893dc9e7fc0132c609d4c532f4996b6bf33121e7daa6","role":"system","sequence":1,"service":"identity","subject":"yiliang.filer","what":"identity.officer_enrolled.v1"}','7932bf98c0528adc5a8a6c068cff8e472f8c26143027b9429e63dd7aa804ab0d','cd59a8cff7c4580066bb5f0270538881');
INSERT INTO "ledger" VALUES(43,43,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"31175c5be6934949a53a9965f3780fdf","organ":"","payload":"0b18db5334856f9a0af8469a12b1418604cfbeeb483fed99b219fe2a7a5669f7","role":"system","sequence":1,"service":"identity","subject":"yiliang.reviewer","what":"identity.officer_enrolled.v1"}','9d1fd552d1b6f16bc7caf5908000fc1a63a1097ed7a41408c61188d18056d25c','45f21b827293ab55ae896ef16baf356c');
INSERT INTO "ledger" VALUES(44,44,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"ddc49c1dd24a4435a85cfda058017883","organ":"","payload":"672304cb66c1a65eac42d34b08a9b3ccf1c7660ff14eed5f14364e7256abec56","role":"system","sequence":1,"service":"identity","subject":"yiliang.lead","what":"identity.officer_enrolled.v1"}','8bae82a64ca09e7f695897a95a3bac6f1ed142d8023019f9639b49271fea6fb3','9dc0742b4a7711d223f163d4f4493ae3');
INSERT INTO "ledger" VALUES(45,45,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"8f8e6263de134733b48f8cd5d948a88e","organ":"","payload":"d2aa38134b397fcccf5f8d5aeb1ba0c5e97b90cad9d92c31da7a8aea8b823e16","role":"system","sequence":1,"service":"identity","subject":"yiliang.reviewer2","what":"identity.officer_enrolled.v1"}','11b1a1dbfba2a578c59bfb76c58903bbe8c8b9fa4ab1e8cc02c5ed161863e66e','5b176eff34b9ad752e0dc466471bc66c');
INSERT INTO "ledger" VALUES(46,46,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"5e27e4148b9c4f3b9a3216b5b938dc40","organ":"","payload":"de2dbcb5e3c55fbc35aa9f35ecba5b1dde774438379c8b12ef11c7c123fd37c3","role":"system","sequence":1,"service":"identity","subject":"yiliang.reviewer3","what":"identity.officer_enrolled.v1"}','a2c0dda2aeed76aca9f101caf202340aff58fea75f6a5ad8e5eda602ac108d50','d97b2201fbd08774dcf8a1e10018c5b0');
INSERT INTO "ledger" VALUES(47,47,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"ef0fd55e4f074b5eb28665fdea0933f6","organ":"","payload":"0cb2370f5782597b2278a3197f3635c34368d32e0b8de1c7bf7c71c4e4cb6d37","role":"system","sequence":1,"service":"identity","subject":"yiliang.member1","what":"identity.officer_enrolled.v1"}','ce4ce68f252949776db7e90e5e7d83613c4bea543406bf8b881b7b16db6c9c2e','aff0bab2f8cf336bb27ba4921cdd4558');
INSERT INTO "ledger" VALUES(48,48,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"8e639396327c4965bdd2d875a6944414","organ":"","payload":"9b7c990df246416a131ae59d87689cd5880b88f7d2e2782159f2ee38e6c8eea0","role":"system","sequence":1,"service":"identity","subject":"yiliang.member2","what":"identity.officer_enrolled.v1"}','75d1eb6850e30caf98e5a5d4ffa5637b01021d13ef101d53f57aebbe46297b82','35bf40f8a920c5c8c879b5eac4959724');
INSERT INTO "ledger" VALUES(49,49,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"6a79a6a9b25a4268bdbf920326de0916","organ":"","payload":"c5e87e995db60ea06895e45c186cb643e995884f0f91f16a1fc382034fbe5952","role":"system","sequence":1,"service":"identity","subject":"yiliang.member3","what":"identity.officer_enrolled.v1"}','639a9290d89de820c3fc90af903b4e90973d4aef57332b1a8d99d689b4585a26','e715f325250b76f3aadfa0739b77a89c');
INSERT INTO "ledger" VALUES(50,50,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"d8e6c749eb1d4048aaae434564ab8be0","organ":"","payload":"7dee1ac106c28cf3743df1d0670cc217114394f736adbb0b10a1cbddb927a6ec","role":"system","sequence":1,"service":"identity","subject":"yiliang.member4","what":"identity.officer_enrolled.v1"}','05c1035bfe9dcf9a1e0b663849c2cdcbd58ab49640f779e52c9d4e4a81633633','c05ef6aa983bf0020ab4533ea5637a87');
INSERT INTO "ledger" VALUES(51,51,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"65508017e9d44464970bdc12e2a456d7","organ":"","payload":"92330d019841dd68b811f01820dfefa54ae1e6659f8f32c1a9f18d2cb5afb244","role":"system","sequence":1,"service":"identity","subject":"yiliang.member5","what":"identity.officer_enrolled.v1"}','ee4e3854f597795932d6fd9c9cc396fbf84191a0c6357ddb98b9f3957da8ad9e','c9533bd2aa024cc6ddf56292804b7f58');
INSERT INTO "ledger" VALUES(52,52,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"dccb3d61731d41bda4834e27af053708","organ":"","payload":"e038b66a30fc370ea3972b2a4bc01bf1d804daa5f059da4f2c6c676e7e65a4ea","role":"system","sequence":1,"service":"identity","subject":"kunming.filer","what":"identity.officer_enrolled.v1"}','2e00a2b77d83f91721869969d8064a3add8110eadd7fc79ea7e1cfd7cc260f73','26a43cf2febd9a093d3a5898ca521d8c');
INSERT INTO "ledger" VALUES(53,53,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"3edff855d86947bf9c50cfe7078eecd4","organ":"","payload":"2c323bdfad3ee30a93b2ef1a24bf219e1ad3dfba147d8e506c91e71783a4e17c","role":"system","sequence":1,"service":"identity","subject":"kunming.reviewer","what":"identity.officer_enrolled.v1"}','b01720a5f863fe7e3657b448ec9077f25e7831b694298174f7ab3f5c8c77eaf9','040cb6ccb3eaab92371ea799aa7be70f');
INSERT INTO "ledger" VALUES(54,54,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"b41c6048a38c4470b543d482876f1baa","organ":"","payload":"b9785ff5d76fcca00987448a3db46cb927cdf5c5fa2171ce567d4ab605d8e83f","role":"system","sequence":1,"service":"identity","subject":"kunming.reviewer2","what":"identity.officer_enrolled.v1"}','c1342a4fadc43649b0ad03f3344abb7b40076fbcc5645a2f01582566b0bb8e03','dfb5e9cd22008ee79524141c36e523ed');
INSERT INTO "ledger" VALUES(55,55,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"e789aff872994afc94343ff9c4d57bcb","organ":"","payload":"05c6c873fa646b495bb7bb801067f139c560342ad0934bb1843b0b22293a3879","role":"system","sequence":1,"service":"identity","subject":"kunming.lead","what":"identity.officer_enrolled.v1"}','ca253d1f7fddadb4a98049e02714c8af1f423d9ad896df3f85de7ea1bb5db601','c4ffc04fa55ad9d596d2067f2e36081e');
INSERT INTO "ledger" VALUES(56,56,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"52a1f1c04e1c42b48db199d91fbfb3bb","organ":"","payload":"5583da44d2a8bbc9ce9d2656dcd5cdfb636b1feab996c01bd5d04ecd53b5c2f8","role":"system","sequence":1,"service":"identity","subject":"kunming.member1","what":"identity.officer_enrolled.v1"}','decc1eee2d9edaf110063ebd5f098b4002c5029c4c94478f3897347a02799fe1','02b008a228f8ab298cbfc51912b129ad');
INSERT INTO "ledger" VALUES(57,57,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"4a59cce20d4642069a0c77be5f7426f7","organ":"","payload":"c03dff1db9f12c2d4b86f108099cacf1af252dd9cc20a949599e568846b5faa5","role":"system","sequence":1,"service":"identity","subject":"kunming.member2","what":"identity.officer_enrolled.v1"}','36fc8dea1c216c55c4a5705174eaf4e18b3827ae73a76a4c652d1bb334df27a8','6dfcba9baf1ebfc6f07c68497282049c');
INSERT INTO "ledger" VALUES(58,58,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"03ba328743ba4255aaf1aa81e05d80b2","organ":"","payload":"7073c02ce11c4e5685c87e35693ad169a92a91206f8ccd52e7fcc31a37c1a052","role":"system","sequence":1,"service":"identity","subject":"kunming.member3","what":"identity.officer_enrolled.v1"}','363349a735cfdb52ed5108f2ef6d7c2c016a8cf565ea40182b2450cc42eac025','fb73bc30e07263ac91459aeeec4f944b');
INSERT INTO "ledger" VALUES(59,59,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"fb338a2a47ad4e6cb35c08bdb6514b34","organ":"","payload":"d4f134ee1f6802c4a910e4950a0046cd7cd53d290e7adb3adc00112ec38d12c9","role":"system","sequence":1,"service":"identity","subject":"kunming.member4","what":"identity.officer_enrolled.v1"}','36ae4197b72e7aa45232860addbe671d9a2421241437adf5bc9d5983d51b16f5','b8ba6aad6e8a0fe7a8b05d4341d9bc89');
INSERT INTO "ledger" VALUES(60,60,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"78b1914ae5ce42619b8fe524c90e8fea","organ":"","payload":"14f0d2046ccfadd48799a125c5ca39bbe454e6a9e7bb17c102295958495a01b5","role":"system","sequence":1,"service":"identity","subject":"kunming.member5","what":"identity.officer_enrolled.v1"}','7fa0ae095425ca30f6bdc9232ee916f42ef99d926642b78f7f73c94a47791f4e','96ea88c913da175522e99dea6acc2fe8');
INSERT INTO "ledger" VALUES(61,61,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"79012f83924845e38d158e2973944925","organ":"","payload":"7df1c65b90e33bf9cce5c792c22c848828373be169f0354f07cef39366637943","role":"system","sequence":1,"service":"identity","subject":"kunming.supervisor","what":"identity.officer_enrolled.v1"}','0be636a11d2263261369bdd7e92710d518a74f634c1744a4b4d7a7af4aa300a0','dfff022ad77ca2b5be68ac921bd7b49a');
INSERT INTO "ledger" VALUES(62,62,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"4185b5a75e31435c812eca4cf52fa4df","organ":"","payload":"c496d30ce3c9f87dc34f8275555a2db1292b9e46d2832e3a58a3bcef177e1e99","role":"system","sequence":1,"service":"identity","subject":"province.supervisor","what":"identity.officer_enrolled.v1"}','6cb52e067d3ec098f3b76127c8960ffbc74a3f1dd36ab9962655d0b3c48b37d0','085f14dafad184afcff3b819eb00a630');
INSERT INTO "ledger" VALUES(63,63,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"0defd3296a8a43dba6eb74be3bfac8d0","organ":"","payload":"8705b70764adbc2c49680aa958e51e28b5bbf2d2ccf080ce3f4fb15c0ea2b83e","role":"system","sequence":1,"service":"identity","subject":"province.registrar","what":"identity.officer_enrolled.v1"}','ca3aa2a08f1447e334de0a3650b1351bf43e394243afe522bf15f033c3465bf4','a0e639798b70e0b79bc40514608ea0c3');
INSERT INTO "ledger" VALUES(64,64,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"d060c781609c44a78892183188da310f","organ":"","payload":"f974fc809d552d3d374e2a2f0b344ac310cc91781a539404be3612c7626c3759","role":"system","sequence":1,"service":"identity","subject":"province.registrar2","what":"identity.officer_enrolled.v1"}','fecbd5955d8a3e71e58ca03c864a62367284d275be987885132c64138986c421','d88a45f44ecfbd9c630d2897b8623390');
INSERT INTO "ledger" VALUES(65,65,'{"actor":"system","at":"2026-02-24T09:00:09.978887+08:00","event_id":"e1709e36283646618a4097bc0d17f60b","organ":"","payload":"b42873391909ffcc0700680b7187b92dbcf34310f74bf4e438b0c3033b0ce4a3","role":"system","sequence":1,"service":"identity","subject":"operator","what":"identity.officer_enrolled.v1"}','8a068c02e16f2773aff02f322ba2ce9d968c03d69956897cfc5a391e2dd27fe7','71eeb8fa061caf2365d1e5c7235f1575');
INSERT INTO "ledger" VALUES(66,66,'{"actor":"","at":"2026-02-24T10:00:00.885023+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.filer","what":"signed_in"}','b9925196332eb3b77c378205df0232fb6db68fa2657a6d46753273d14bec57f4','34c0a087327a7607757d20b547751fde');
INSERT INTO "ledger" VALUES(67,67,'{"actor":"","at":"2026-02-25T09:40:00.136910+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.lead","what":"signed_in"}','5a34957eb861511f05c988bb45e6faa299789dddec13dc03fb0c5dfebf52266f','68eac16ded776ddd7174f5f438036909');
INSERT INTO "ledger" VALUES(68,68,'{"actor":"","at":"2026-02-25T09:40:00.711853+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.reviewer","what":"signed_in"}','f2b62615c1021931ba4f94851cd0277ecdec7aaaf93826cfb9f0bcd17aa1c368','d045469de08cf5fe85f5cba8830cebb4');
INSERT INTO "ledger" VALUES(69,69,'{"actor":"","at":"2026-03-23T09:30:00.009333+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.filer2","what":"signed_in"}','df3268013080849e0c1096734f83daad692d4ce3ac7af5ded2791117849cc39d','e1a0f780c869f01b23627e351c839df3');
INSERT INTO "ledger" VALUES(70,70,'{"actor":"","at":"2026-04-08T09:50:00.114426+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.reviewer2","what":"signed_in"}','87cbc4b1cd9736bb2b730b9b01927bc67411a1bd02d52448aac2ad763b6a6ab8','c9c6efe5af67ff3a6a4ea74f2978b45e');
INSERT INTO "ledger" VALUES(71,71,'{"actor":"","at":"2026-04-08T09:50:02.042405+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.filer2","what":"signed_in"}','9f1a535094c7ed82f6b2758a373fe76fa95a8872b06017409afd82ea455e5e54','126f24b229cb0ae082fd7bd9b2e4baee');
INSERT INTO "ledger" VALUES(72,72,'{"actor":"","at":"2026-04-14T14:00:00.016560+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.member1","what":"signed_in"}','f9d02327ae0683d7e96c2d9688ae75f1a96ed96b6c93ce6e662b0f013dcfa311','d8e97756e4809ef2618b42e632f501c1');
INSERT INTO "ledger" VALUES(73,73,'{"actor":"","at":"2026-04-14T14:00:00.792000+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.member2","what":"signed_in"}','abff3182f398aa425d3b2844e461a24bfdc5cb557ee874c6a63efc4343a9b166','2b0ecaf91524884d1853aa4ecd0c914f');
INSERT INTO "ledger" VALUES(74,74,'{"actor":"","at":"2026-04-14T14:00:01.714743+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.member3","what":"signed_in"}','7e886d8054137766732e199be316d289261efefec7447c54c4cd1e2397a52c11','38f3d48157f2fda715ed54652bc80283');
INSERT INTO "ledger" VALUES(75,75,'{"actor":"","at":"2026-04-14T14:00:02.379304+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.member4","what":"signed_in"}','05e8725d631a1b20d7d0e222342a8c95196c9cf42d1d5ba280f6346bc693ff19','2c8700231ae93ce0cb62c2aabec0c65f');
INSERT INTO "ledger" VALUES(76,76,'{"actor":"","at":"2026-04-14T14:00:03.279975+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.member5","what":"signed_in"}','73475db1c69cdde6e94f66b9ef4cd6550c9ea61ca97044d060522fe9c6732714','ff9871cce6e9be1e8bd33fd18b4f565a');
INSERT INTO "ledger" VALUES(77,77,'{"actor":"","at":"2026-04-22T09:30:00.151633+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"kunming.filer","what":"signed_in"}','3300c5915bac8143c3c6bc6be11c022ec3947e237db63e15581596f0a4fbe8e8','4a578dc5270881de359c14dcb0e8416f');
INSERT INTO "ledger" VALUES(78,78,'{"actor":"","at":"2026-04-22T09:30:00.927895+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"kunming.lead","what":"signed_in"}','af59b92830528105eeab1349d2b4b23835cdddc002fed4185ad17ed6cab0d84f','b7b92bf279ddda15ef1e81e0837bb3bf');
INSERT INTO "ledger" VALUES(79,79,'{"actor":"","at":"2026-04-22T10:00:00.024191+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"yiliang.filer","what":"signed_in"}','8c520b6911e93a4474f4d00c3fba3cb2fc998d2fd5ac4c0e76ee5ca95efbe0e4','70f59f3910edfca9086aab82e94c50f5');
INSERT INTO "ledger" VALUES(80,80,'{"actor":"","at":"2026-04-23T09:40:00.092272+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"yiliang.lead","what":"signed_in"}','782e47837f3dbac705d3c19ea6ff995ce6f54d46a5bb3c1a8204fee4c908e64c','45ca5c0e2ed437dd660401bd93c8312d');
INSERT INTO "ledger" VALUES(81,81,'{"actor":"","at":"2026-04-23T09:40:00.743579+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"yiliang.reviewer","what":"signed_in"}','b3b69cb72f3ff62fc1799eb9481a9d2666b11d7142ebaac986b5c3f0069b05ca','dd16e739a90c36c712ce526cf10db449');
INSERT INTO "ledger" VALUES(82,82,'{"actor":"","at":"2026-04-27T10:00:00.030261+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"kunming.filer","what":"signed_in"}','44a82bffbade4751e5567fd87199e3c052e69ac652ff90e5d3eaf0d3c39ba976','3143bfd8f81f62c4d22655c0d3e6405d');
INSERT INTO "ledger" VALUES(83,83,'{"actor":"","at":"2026-04-28T15:00:00.312764+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.lead","what":"signed_in"}','4b1f1e400c4fa7385fce159aa9befb029952779d43d1d0ee1420729ba342b2dd','e2aa7b62cd1a24a3a9565c58723a47ef');
INSERT INTO "ledger" VALUES(84,84,'{"actor":"","at":"2026-04-29T09:50:00.123023+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"kunming.reviewer","what":"signed_in"}','a77b7ffa899aff5bdd33eeba95274cdecb8862bcf3b60f564be529d74252e2a8','80dd215c5d7609fce94041ef9efc1d86');
INSERT INTO "ledger" VALUES(85,85,'{"actor":"","at":"2026-05-07T10:00:00.041230+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.filer","what":"signed_in"}','f5ae44c389cb1cc64cb8139cd085b22c1c9f80f6a6d93cd03fd4f3b3ee54eb0e','7f17caf79d859d534b1f30ea5004ab63');
INSERT INTO "ledger" VALUES(86,86,'{"actor":"","at":"2026-05-08T09:40:00.346193+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.reviewer","what":"signed_in"}','08166d7842520653e8808088176257a769f83f00e4e15de8c765da9acf3952a4','0f6005070fe829d45ee5bea316bf3f1d');
INSERT INTO "ledger" VALUES(87,87,'{"actor":"","at":"2026-05-08T09:50:01.313596+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.filer2","what":"signed_in"}','963f881afc0c52b7398cb6a37bbf8c76adb5b65c568393728b8a1e26bf0aa95f','257e57959e6a7b83b0601a4cf21bca7e');
INSERT INTO "ledger" VALUES(88,88,'{"actor":"","at":"2026-05-08T09:50:03.267354+08:00","facts":{},"organ":"","role":"","service":"identity","subject":"songming.reviewer2","what":"signed_in"}','fc41e96d8080cc71d377696013321db2ec1adbe20ad12b12a4ced7d696ea835d','b2489bddd24cd7b93ca6341086719101');
CREATE TABLE ledger_checkpoints (
	size BIGINT NOT NULL, 
	note TEXT NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (size)
);
INSERT INTO "ledger_checkpoints" VALUES(68,'rongcuo.local/identity
68
NWjFCKiPwkBw4jpcis75KkxmRsgsYstgvAJpuom2cOM=

— rongcuo.local/identity CooTNdkQKRao3ZEQsPMfBrF9g27JTAci0Rl2w2XSKp59fKpEFB+PFfRnDawOrauiAttv/5quiemj0yYNzOpggdqk1wg=
','2026-02-25T01:40:01.247755Z');
INSERT INTO "ledger_checkpoints" VALUES(71,'rongcuo.local/identity
71
HrhmRpt9PmoG9Mkl8kRQyvcS6XlLMRgyyPTUGBTpEV8=

— rongcuo.local/identity CooTNS0WcXNh2qKrlbF0h6RhwP8RiSa0S+tYWRMIgRxNXcliTKty0K/mXCu0+e9UfNCJKE5kIJ1Ll6O3bZDcBH5mlwA=
','2026-04-08T01:50:02.787709Z');
INSERT INTO "ledger_checkpoints" VALUES(75,'rongcuo.local/identity
75
zfR1TPtQ1Xl65PpLY5YixqScc2YE5i2y4mPzQfQodoo=

— rongcuo.local/identity CooTNdK0LdlDz5xunOtni0bLGSL3OtXnaV86Dw5KXHyFZiJqEvfgyWFapSw4vFo4AMjN5J554mNRZAB9xaXvdkAkJAM=
','2026-04-14T06:00:03.892675Z');
INSERT INTO "ledger_checkpoints" VALUES(76,'rongcuo.local/identity
76
RRW55GQxfKK1wJWOphB8AdfcxnJfaiCBEkGlqjj5G8w=

— rongcuo.local/identity CooTNUu+i2miMBKFGVHK7SX9UmdBCZ8O8bzu5h9MKUSBWHUWVHVJTCKhSHQhvsNfPSAgRVdNJdWLgp6acBx8frsX0ww=
','2026-04-21T02:00:00.195392Z');
INSERT INTO "ledger_checkpoints" VALUES(78,'rongcuo.local/identity
78
driOkTUS8flw3A03v+S8blpiCdjWvLcNXEXuZ7LvrEE=

— rongcuo.local/identity CooTNdlaunJQpWwQNxVwpDFyzbkZmDp1TnQqNJzEx5UJJeXVD6CWWnFhAQpzfPYrr/HdX0oIkQtqZi9gzNAyYnerNgo=
','2026-04-22T01:50:01.994173Z');
INSERT INTO "ledger_checkpoints" VALUES(81,'rongcuo.local/identity
81
vkC+XQgNzGb9CdPu6NhBelS3cf7rFq6UG5sf9quZuBo=

— rongcuo.local/identity CooTNcJZPdOohFg/lCXILv3TDMzGzVG40BjbTXLbbPJqZ+JAKOs88RVrT0a+yo3vvPNk97sup5MD5DKr4PLzpdB54A0=
','2026-04-24T01:40:00.946324Z');
INSERT INTO "ledger_checkpoints" VALUES(82,'rongcuo.local/identity
82
2SFLW0rq0PS1Kmj4yt7t9adncd/MzyaNv2yckF9TA5M=

— rongcuo.local/identity CooTNQEycXItiPu8o8YMonN8kYm1nLRE4nap+Ro1JR38Gu6r3iJokkJRJ8QvEAPqPbeO2pHsiDR/ER42wLLgz8NrHQ4=
','2026-04-28T07:00:00.985777Z');
INSERT INTO "ledger_checkpoints" VALUES(86,'rongcuo.local/identity
86
j7yunTAO6RSGEqR+HnrQaycwn+tnAfsT6DQTHhK8ziU=

— rongcuo.local/identity CooTNWEMtg+xpGb8ErJ28LDTpRiYPcD/ESO+iUbfSxFJ7gTFgnjARvbrO4zSmtc/3i8tnLG/KgWO/6Z9IM3ZtbhGCgM=
','2026-05-08T01:50:00.174508Z');
INSERT INTO "ledger_checkpoints" VALUES(88,'rongcuo.local/identity
88
a9Erj9kugiqeN6Yo/YUyIUuk2dbeSs2EiXUef6aA6CY=

— rongcuo.local/identity CooTNXJwKj7DX8bjVcDbP5fHDCQ7Xx9WVq9sLzKTrZoVPcARX6JuxwUJsjnSoy6S7oq1a+en8h1OGWR0TsGNsCfA8AI=
','2026-05-08T02:20:00.241933Z');
CREATE TABLE ledger_nodes (
	level INTEGER NOT NULL, 
	place BIGINT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	PRIMARY KEY (level, place)
);
INSERT INTO "ledger_nodes" VALUES(1,0,'268eebd6d97be3558e7c2329a3112870731c71e691d0c9d60447e8d5578757fb');
INSERT INTO "ledger_nodes" VALUES(1,1,'157fde12db945b893598c8b1f7391898e2d21c638f2cf4370fc3fd9aab4a36f3');
INSERT INTO "ledger_nodes" VALUES(1,2,'e5a97a37981be75fb52411fb326deed21b6d391bf529f84b14a18f27bc3cd896');
INSERT INTO "ledger_nodes" VALUES(1,3,'a19b18ab6c26f48568b83e885ce9d8662e0c1cf0e64b569b31fb4ed731dd1c0f');
INSERT INTO "ledger_nodes" VALUES(1,4,'64852b2a946912c22b6fc5841be65adeb89c49b855d520e13a24fdde41f88b76');
INSERT INTO "ledger_nodes" VALUES(1,5,'00d0dde809be0e768cfdf989ec9160b9afdb23eb552eafd55c35ce35112aaba5');
INSERT INTO "ledger_nodes" VALUES(1,6,'d1dbbaf8e2dae1af2bd88f2eae1719c53fbeb4e5c6ed6438908e30327bf7cbb5');
INSERT INTO "ledger_nodes" VALUES(1,7,'15e5b952bfb484915585c9352e05fa89504b8affe74e1df05f82401504b6d610');
INSERT INTO "ledger_nodes" VALUES(1,8,'7f2189d3a77b8c94829df7ff9fe444c2b6741dab76635679c9469ad1afd5ecaf');
INSERT INTO "ledger_nodes" VALUES(1,9,'02b995154661416077f6b3b3f13b666d326b1ff986b02ca541d51a05e00221e0');
INSERT INTO "ledger_nodes" VALUES(1,10,'559258edf49d4195a58bdefdae6ac6e56c0666849df2f7a8e4ba86420d500283');
INSERT INTO "ledger_nodes" VALUES(1,11,'d040c6f96bc6e3645c37b4d13425574f3d0b93f412dcaffa006d3f5588d84814');
INSERT INTO "ledger_nodes" VALUES(1,12,'a75f2a9ea1046cf8befda23fbaa4922f9b999652f3cf3ce97c94a67bc03f0d67');
INSERT INTO "ledger_nodes" VALUES(1,13,'44ec96142ba34e384741556a2146b500636977b74f0782253d402a0cead9ad8d');
INSERT INTO "ledger_nodes" VALUES(1,14,'e34d30a569f45ec897ebe4530f173bccb64973664404601b1911059c55794048');
INSERT INTO "ledger_nodes" VALUES(1,15,'32ed4d3fe1f09e050ffa20820bfc60ddd6bb8c784e21f5f857d2fd41bd5db86f');
INSERT INTO "ledger_nodes" VALUES(1,16,'b429ba0dbab296671e6ae73b2817d904e7be775ddf829be704608a08c8f6d647');
INSERT INTO "ledger_nodes" VALUES(1,17,'9ff7bd5856cae32f799426242b4714d376d6c011c0944ef80afc5579ed360550');
INSERT INTO "ledger_nodes" VALUES(1,18,'007e7d8cc08e141dcbb5c027c0f0e619fe4d90d37a1147f1c47f9f2337688a56');
INSERT INTO "ledger_nodes" VALUES(1,19,'4d0a60ad958ab8a14b722484f146171ded708985831517e749012c8bc351471c');
INSERT INTO "ledger_nodes" VALUES(1,20,'97d7e96e7dd5a881dee8880a178d459f825e5db10c402ccd9d78f0c03d477dc1');
INSERT INTO "ledger_nodes" VALUES(1,21,'04c06c612955bcadc97e11cdd69faeae9d4298c00a023dcd825ebf85f39da332');
INSERT INTO "ledger_nodes" VALUES(1,22,'1c0ccda34e313e47ab29f5a00fab383ce38eee2dd785625059ddfd17fbafa192');
INSERT INTO "ledger_nodes" VALUES(1,23,'de7114013d13eb70e0bbe2bc709080accc706922b33207d7c10294015149f4c1');
INSERT INTO "ledger_nodes" VALUES(1,24,'2829804a90e0c091f14d3d36d6799733cccb3edda71ed1eaa2b5e90e12cb3f22');
INSERT INTO "ledger_nodes" VALUES(1,25,'ee6201d33bd3b4395b20ee6143680c9675c9fb19dc617095c91f1a5e6c35eb73');
INSERT INTO "ledger_nodes" VALUES(1,26,'c92f954f7e2a1c07bb1b9ba6419aa19bc5848ad7b8b46c6b0cc54c90256f5468');
INSERT INTO "ledger_nodes" VALUES(1,27,'d844bb88208ed7d21896b39face62306c8ef73a11563fa163a4d9d540b4621e6');
INSERT INTO "ledger_nodes" VALUES(1,28,'dc66488fc324ad8f84581012f7643640acfe86f0f7e1102a641396ce4ddb0c47');
INSERT INTO "ledger_nodes" VALUES(1,29,'2aa997262d78113209e49d4f53dcaa5e48ca3da0dc419aede5ab7637f02f2373');
INSERT INTO "ledger_nodes" VALUES(1,30,'133a2ccf4100788be0914918fed8956fd1f952c1a590501d8850003821876ca8');
INSERT INTO "ledger_nodes" VALUES(1,31,'54197ab7bb2dbd5aa920a70c2d8be3d76f62d3412f8a042a5f20ce8ba3484ed3');
INSERT INTO "ledger_nodes" VALUES(1,32,'ac122151923a892eaa2bc6256c216127a6ce88cb4644f33b003023ff9865ef87');
INSERT INTO "ledger_nodes" VALUES(1,33,'5b22b37a3e1afc78b8d9b20f2e4bc21a9d178f325fddd24fbb1434d046a40ad8');
INSERT INTO "ledger_nodes" VALUES(2,0,'101456d89d6e16fafd5a4240b08cf07eb915f868009bd1c25023861a0b8e9b34');
INSERT INTO "ledger_nodes" VALUES(2,1,'8a927052d133b5bcc236076f636827137a4abd582a7e6de65a404c593296399f');
INSERT INTO "ledger_nodes" VALUES(2,2,'6f0c7ccf235057469e6347cf6a78029a5fce134044c9035b38bfee3129deeee6');
INSERT INTO "ledger_nodes" VALUES(2,3,'daf2768e59b1a9d74d0223fb86199d8f89a9c19b5c2ac8adc5099bf2df1f6f48');
INSERT INTO "ledger_nodes" VALUES(2,4,'d7dd3f46cb6a7b512a083851b11c7fbd93ab505918317ffce872a8c4349c78f0');
INSERT INTO "ledger_nodes" VALUES(2,5,'fa882d907b770a27626a9530dbf274dbf8a254795b07c3feef637eb3292ebeeb');
INSERT INTO "ledger_nodes" VALUES(2,6,'4f5d16fec5c358fdcb6beed1978af2ef845ef671381c3e1b7a7cd9717ecda606');
INSERT INTO "ledger_nodes" VALUES(2,7,'0d448d43a531e25b6170b4f2feea873337722e2cd9cd28461770cd8c85f40ac8');
INSERT INTO "ledger_nodes" VALUES(2,8,'2aa53f85c20c7c0f359c0813cfe8ca06d15f48889bd02a5ab1898e493bdbcb9a');
INSERT INTO "ledger_nodes" VALUES(2,9,'1d81409a16f004acdeeacc95eabb086d56f3c2138b278be31d4f4a52c1dc34d4');
INSERT INTO "ledger_nodes" VALUES(2,10,'ea98439f3e5aa28e31f9122e775c6f20f3262476943687e024378ea4e7fa42eb');
INSERT INTO "ledger_nodes" VALUES(2,11,'aa0df647a8f5f6b77eb9114f8ef8ff449e6dc635fc954c6584a0fe495fa2c247');
INSERT INTO "ledger_nodes" VALUES(2,12,'adc998878f83fc7649bd218ff7a655c56eabd55993c8fbc23731a7927d3d2c39');
INSERT INTO "ledger_nodes" VALUES(2,13,'623f829263ee953e687d8f14f0e83e5e92e5da683d5e8daa40ea658463fd27e6');
INSERT INTO "ledger_nodes" VALUES(2,14,'59046b594040a649cfaa5050676388ad4a4ac6b7500d925ec986acccaa849390');
INSERT INTO "ledger_nodes" VALUES(2,15,'de94434f58a8a91c4aafa4b18a3b317951b0e7461eebb6bcf227e465e24cd0a6');
INSERT INTO "ledger_nodes" VALUES(2,16,'a6323bea97003d583dd48302774b173741f65f3957d6a32b29152fe744e66865');
INSERT INTO "ledger_nodes" VALUES(3,0,'71561ad3212bcf86bc7080698f2b026ac847cd08bb1425f9e09b62d25a7e7f7e');
INSERT INTO "ledger_nodes" VALUES(3,1,'cc090f1174bbdcd52ad8ef1362607482205d67574a5ea3d601291459280f8f04');
INSERT INTO "ledger_nodes" VALUES(3,2,'bb92a13b8aac21ef46f98ee92ba3915984c25871b0b084ab363d146371131ae5');
INSERT INTO "ledger_nodes" VALUES(3,3,'abeb6a10f3cd60eb6faeaa769c8044b24603f55b75366a2718bed9dd18f97984');
INSERT INTO "ledger_nodes" VALUES(3,4,'e5d9a9a2428195e68c35f275fbccda1f17444e240fdb7b868d6ddddc12f3614f');
INSERT INTO "ledger_nodes" VALUES(3,5,'dd8f292fd6942bc8c96be12085eb1d0500d4d0bbe64aee09bc11b15d824dece1');
INSERT INTO "ledger_nodes" VALUES(3,6,'4b58fb862c181cd72e2175f45288588166186fa44d2f5eeec62f3791772eff87');
INSERT INTO "ledger_nodes" VALUES(3,7,'26515aa03ad8bacad47a2ffc6322a8336acbee20184d7bd8407e399a97e0ba61');
INSERT INTO "ledger_nodes" VALUES(4,0,'e661ae51a032f14bc64f2dc44eb4dd6f09e742bc73ef305b88319a481c7745e1');
INSERT INTO "ledger_nodes" VALUES(4,1,'f7fd7caf044bf1e9a186e36d0f2b87caac0eb6f235360b468da62ab0d725bf7b');
INSERT INTO "ledger_nodes" VALUES(4,2,'2d8f423e7373b7cb34161adf0cb10a454d39588335ab174a35c62eddfb2e061b');
INSERT INTO "ledger_nodes" VALUES(4,3,'4215811f298c92a7b22e7d2a08bc38c0ca32e28fb888fc9182f2b4170aa92bce');
INSERT INTO "ledger_nodes" VALUES(5,0,'990e9a0ade8b582f2e2dc46100b025650f46e0bc730d8facc7d08891ddd9a63f');
INSERT INTO "ledger_nodes" VALUES(5,1,'585145bab087cc8021a9cdb67255019717b96b8da3a7ca3a7a7ff6cf791c395b');
INSERT INTO "ledger_nodes" VALUES(6,0,'0f5dfac6db2a436c0dc4d6525a925373792cab569b10601d5e62c98190074c75');
INSERT INTO "ledger_nodes" VALUES(1,34,'d5af4bf48fc5c5d796e503f55ff93c755c2d8f8661b907a907c2c4f7bb438c9a');
INSERT INTO "ledger_nodes" VALUES(1,35,'9a73699d2b2a37d10378401db4ccb020f662d63c613aa2eea141b27a2fadd1ed');
INSERT INTO "ledger_nodes" VALUES(1,36,'f8440e4dfba0ab2f4df94bbabee2140489edfe22464ae87bfeb4f0827edceb53');
INSERT INTO "ledger_nodes" VALUES(2,17,'ad4a5590a203ee58c8a11b73f52c77bb5cf41e1a65e16c4c676b4d1f70bd7501');
INSERT INTO "ledger_nodes" VALUES(3,8,'2381087c12aed5511dd6bbde4f61f7b6f9bbd75148f60af42feec488ed2821b6');
INSERT INTO "ledger_nodes" VALUES(1,37,'9f0546fdaef2b8ce4af52cb32da9e749e9c5d5537895f975f08ca3a450685f08');
INSERT INTO "ledger_nodes" VALUES(2,18,'da9c941a949222b0365307d32d17edac794b8b80f913dc866b61e2f3f487d5a1');
INSERT INTO "ledger_nodes" VALUES(1,38,'b58c44c19f45bdbf7f0f3b9096866486911e2c970c9f09a725ba82a17fb99400');
INSERT INTO "ledger_nodes" VALUES(1,39,'ef5f2ab8b558a604d4d36432419f021fca13069a687faaf91ef0b15b18fd95c7');
INSERT INTO "ledger_nodes" VALUES(2,19,'ba810c750c5164d8594eeef0e78182403de56a073c3dd1e69fb03aa5ea8f1b74');
INSERT INTO "ledger_nodes" VALUES(3,9,'b92239726591379e222ab2b6ed02e809d4204c179f9583c0b4382cb57ce56eab');
INSERT INTO "ledger_nodes" VALUES(4,4,'e7cec62672afa977199434a94b1e401394b9bffc5f67bcbbdfc99fc9381668d8');
INSERT INTO "ledger_nodes" VALUES(1,40,'b6102a1a0ffda2ba938bedf31c3227bf120bb14d01e0faec59dd1a9b863cb592');
INSERT INTO "ledger_nodes" VALUES(1,41,'45225dbfd19a317756c3e80d57385f866a20ffb38fff7a8cfe854a5bee65de79');
INSERT INTO "ledger_nodes" VALUES(1,42,'4fb6deba3570f11414cb42764d6502468955a81078f564069533e77d7c5d1c4d');
INSERT INTO "ledger_nodes" VALUES(2,20,'0906fc6915861815f0029f9aa97faead85cbd1c5a854bc933474c13679bf68c1');
INSERT INTO "ledger_nodes" VALUES(1,43,'419654d003e93e2a1e61b67075208fec6d29e0dea78cdf0a204765ace0e1a9fc');
INSERT INTO "ledger_nodes" VALUES(2,21,'76d537eaf61aede952b7729765c6f99662086fb98daae239d4d24d7cc5301004');
INSERT INTO "ledger_nodes" VALUES(3,10,'62087afadf04df37a8d63dedb4c9aef4a3b8769c51ffd4daf52465601b6b1e31');
CREATE TABLE ledger_subjects (
	seq BIGINT NOT NULL, 
	subject VARCHAR(255) NOT NULL, 
	what VARCHAR(128) NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "ledger_subjects" VALUES(1,'bf0399c3f6e54aefb380306c14f8ac6e','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(2,'e6e067bca49e4561ab2c467ff76ce833','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(3,'5a151734129a4e9e9271563f093604a7','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(4,'6fd8e7dee3da4b35b97d41f7dd3554f4','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(5,'82b2c35656864380b31b657dcce5b385','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(6,'c568cc532c9549599b426f5b4dee8b24','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(7,'f129cd3bcc84420280ac8d8c286429c1','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(8,'d9ebd902168e4d6190d8e0a32f05bf56','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(9,'957a1accdeff4a219533a2d92f5a36cc','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(10,'73f4fee0212745e1975fda3843f4772d','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(11,'3205ac0cd3e3485098ec8d8548fa2086','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(12,'74919878832441c693539de27c2b1b5b','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(13,'e22e033a18b14879b5d6aaeceb88e1e2','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(14,'2bc2365e36384953bb083e4528dca69e','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(15,'126c501412ae4a1eb0c3fa0f2ff34894','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(16,'d460bf0eb29f4b9ba732b7bb540c0ba2','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(17,'6852593323b04b4ba51d353faa81d62b','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(18,'a73d798585974585bbd033f4decd10ad','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(19,'599b17c0a7784cfd8b2f375ac017b634','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(20,'dec1840187444f73987457ae122aeec5','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(21,'d60d0458bdb8406c9f75268decfa1336','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(22,'d5967e6529834dac9848e559d7015f74','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(23,'cbf95e53acde4fcaafb02d6b5b64b9fb','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(24,'c2d2505994614cc49ec457666a2e1628','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(25,'2cc76a512f5c4703a56a9ce2ba98ff48','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(26,'2490513eb07349bc95d29a3cf2999800','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(27,'5ebb282dee20435d8aa80cfe76f80d84','identity.unit_named.v1');
INSERT INTO "ledger_subjects" VALUES(28,'songming.filer','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(29,'songming.reviewer','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(30,'songming.reviewer2','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(31,'songming.lead','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(32,'songming.lead2','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(33,'songming.member1','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(34,'songming.member2','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(35,'songming.member3','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(36,'songming.member4','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(37,'songming.member5','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(38,'songming.filer2','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(39,'songming.panel1','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(40,'songming.panel2','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(41,'songming.panel3','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(42,'yiliang.filer','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(43,'yiliang.reviewer','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(44,'yiliang.lead','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(45,'yiliang.reviewer2','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(46,'yiliang.reviewer3','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(47,'yiliang.member1','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(48,'yiliang.member2','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(49,'yiliang.member3','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(50,'yiliang.member4','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(51,'yiliang.member5','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(52,'kunming.filer','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(53,'kunming.reviewer','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(54,'kunming.reviewer2','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(55,'kunming.lead','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(56,'kunming.member1','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(57,'kunming.member2','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(58,'kunming.member3','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(59,'kunming.member4','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(60,'kunming.member5','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(61,'kunming.supervisor','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(62,'province.supervisor','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(63,'province.registrar','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(64,'province.registrar2','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(65,'operator','identity.officer_enrolled.v1');
INSERT INTO "ledger_subjects" VALUES(66,'songming.filer','signed_in');
INSERT INTO "ledger_subjects" VALUES(67,'songming.lead','signed_in');
INSERT INTO "ledger_subjects" VALUES(68,'songming.reviewer','signed_in');
INSERT INTO "ledger_subjects" VALUES(69,'songming.filer2','signed_in');
INSERT INTO "ledger_subjects" VALUES(70,'songming.reviewer2','signed_in');
INSERT INTO "ledger_subjects" VALUES(71,'songming.filer2','signed_in');
INSERT INTO "ledger_subjects" VALUES(72,'songming.member1','signed_in');
INSERT INTO "ledger_subjects" VALUES(73,'songming.member2','signed_in');
INSERT INTO "ledger_subjects" VALUES(74,'songming.member3','signed_in');
INSERT INTO "ledger_subjects" VALUES(75,'songming.member4','signed_in');
INSERT INTO "ledger_subjects" VALUES(76,'songming.member5','signed_in');
INSERT INTO "ledger_subjects" VALUES(77,'kunming.filer','signed_in');
INSERT INTO "ledger_subjects" VALUES(78,'kunming.lead','signed_in');
INSERT INTO "ledger_subjects" VALUES(79,'yiliang.filer','signed_in');
INSERT INTO "ledger_subjects" VALUES(80,'yiliang.lead','signed_in');
INSERT INTO "ledger_subjects" VALUES(81,'yiliang.reviewer','signed_in');
INSERT INTO "ledger_subjects" VALUES(82,'kunming.filer','signed_in');
INSERT INTO "ledger_subjects" VALUES(83,'songming.lead','signed_in');
INSERT INTO "ledger_subjects" VALUES(84,'kunming.reviewer','signed_in');
INSERT INTO "ledger_subjects" VALUES(85,'songming.filer','signed_in');
INSERT INTO "ledger_subjects" VALUES(86,'songming.reviewer','signed_in');
INSERT INTO "ledger_subjects" VALUES(87,'songming.filer2','signed_in');
INSERT INTO "ledger_subjects" VALUES(88,'songming.reviewer2','signed_in');
CREATE TABLE links (
	officer_id VARCHAR(64) NOT NULL, 
	purpose VARCHAR(20) NOT NULL, 
	expires_at VARCHAR(27) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	mail_at VARCHAR(27), 
	tries INTEGER NOT NULL, 
	PRIMARY KEY (officer_id)
);
CREATE TABLE made_for (
	only INTEGER NOT NULL, 
	mode VARCHAR(32) NOT NULL, 
	PRIMARY KEY (only)
);
INSERT INTO "made_for" VALUES(1,'demonstration');
CREATE TABLE officers (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	username VARCHAR(64) NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	organ_id VARCHAR(64) NOT NULL, 
	division_code VARCHAR(6) NOT NULL, 
	unit_id VARCHAR(64) NOT NULL, 
	active BOOLEAN NOT NULL, 
	content TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (username)
);
INSERT INTO "officers" VALUES('songming.filer',1,'songming.filer','刘某','530127','530127','bf0399c3f6e54aefb380306c14f8ac6e',1,'{"dismissed":false,"email":"songming.filer@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["filer"]}');
INSERT INTO "officers" VALUES('songming.reviewer',1,'songming.reviewer','赵清','530127','530127','e6e067bca49e4561ab2c467ff76ce833',1,'{"dismissed":false,"email":"songming.reviewer@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["reviewer"]}');
INSERT INTO "officers" VALUES('songming.reviewer2',1,'songming.reviewer2','钱明','530127','530127','e6e067bca49e4561ab2c467ff76ce833',1,'{"dismissed":false,"email":"songming.reviewer2@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["reviewer"]}');
INSERT INTO "officers" VALUES('songming.lead',1,'songming.lead','孙正','530127','530127','e6e067bca49e4561ab2c467ff76ce833',1,'{"dismissed":false,"email":"songming.lead@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["lead"]}');
INSERT INTO "officers" VALUES('songming.lead2',1,'songming.lead2','江平','530127','530127','e6e067bca49e4561ab2c467ff76ce833',1,'{"dismissed":false,"email":"songming.lead2@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["lead"]}');
INSERT INTO "officers" VALUES('songming.member1',1,'songming.member1','组织部成员','530127','530127','5a151734129a4e9e9271563f093604a7',1,'{"dismissed":false,"email":"songming.member1@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('songming.member2',1,'songming.member2','审计局成员','530127','530127','6fd8e7dee3da4b35b97d41f7dd3554f4',1,'{"dismissed":false,"email":"songming.member2@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('songming.member3',1,'songming.member3','司法局成员','530127','530127','82b2c35656864380b31b657dcce5b385',1,'{"dismissed":false,"email":"songming.member3@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('songming.member4',1,'songming.member4','财政局成员','530127','530127','c568cc532c9549599b426f5b4dee8b24',1,'{"dismissed":false,"email":"songming.member4@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('songming.member5',1,'songming.member5','发展和改革局成员','530127','530127','f129cd3bcc84420280ac8d8c286429c1',1,'{"dismissed":false,"email":"songming.member5@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('songming.filer2',1,'songming.filer2','高远','530127','530127','d9ebd902168e4d6190d8e0a32f05bf56',1,'{"dismissed":false,"email":"songming.filer2@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["filer"]}');
INSERT INTO "officers" VALUES('songming.panel1',1,'songming.panel1','韩直','530127','530127','957a1accdeff4a219533a2d92f5a36cc',1,'{"dismissed":false,"email":"songming.panel1@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('songming.panel2',1,'songming.panel2','沈允','530127','530127','73f4fee0212745e1975fda3843f4772d',1,'{"dismissed":false,"email":"songming.panel2@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('songming.panel3',1,'songming.panel3','白正','530127','530127','3205ac0cd3e3485098ec8d8548fa2086',1,'{"dismissed":false,"email":"songming.panel3@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('yiliang.filer',1,'yiliang.filer','李安','530125','530125','74919878832441c693539de27c2b1b5b',1,'{"dismissed":false,"email":"yiliang.filer@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["filer"]}');
INSERT INTO "officers" VALUES('yiliang.reviewer',1,'yiliang.reviewer','周和','530125','530125','e22e033a18b14879b5d6aaeceb88e1e2',1,'{"dismissed":false,"email":"yiliang.reviewer@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["reviewer"]}');
INSERT INTO "officers" VALUES('yiliang.lead',1,'yiliang.lead','吴宁','530125','530125','e22e033a18b14879b5d6aaeceb88e1e2',1,'{"dismissed":false,"email":"yiliang.lead@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["lead"]}');
INSERT INTO "officers" VALUES('yiliang.reviewer2',1,'yiliang.reviewer2','许诚','530125','530125','e22e033a18b14879b5d6aaeceb88e1e2',1,'{"dismissed":false,"email":"yiliang.reviewer2@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["reviewer"]}');
INSERT INTO "officers" VALUES('yiliang.reviewer3',1,'yiliang.reviewer3','梁朴','530125','530125','e22e033a18b14879b5d6aaeceb88e1e2',1,'{"dismissed":false,"email":"yiliang.reviewer3@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["reviewer"]}');
INSERT INTO "officers" VALUES('yiliang.member1',1,'yiliang.member1','组织部成员','530125','530125','2bc2365e36384953bb083e4528dca69e',1,'{"dismissed":false,"email":"yiliang.member1@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('yiliang.member2',1,'yiliang.member2','审计局成员','530125','530125','126c501412ae4a1eb0c3fa0f2ff34894',1,'{"dismissed":false,"email":"yiliang.member2@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('yiliang.member3',1,'yiliang.member3','司法局成员','530125','530125','d460bf0eb29f4b9ba732b7bb540c0ba2',1,'{"dismissed":false,"email":"yiliang.member3@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('yiliang.member4',1,'yiliang.member4','财政局成员','530125','530125','6852593323b04b4ba51d353faa81d62b',1,'{"dismissed":false,"email":"yiliang.member4@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('yiliang.member5',1,'yiliang.member5','信访局成员','530125','530125','a73d798585974585bbd033f4decd10ad',1,'{"dismissed":false,"email":"yiliang.member5@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('kunming.filer',1,'kunming.filer','杨帆','530100','530100','599b17c0a7784cfd8b2f375ac017b634',1,'{"dismissed":false,"email":"kunming.filer@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["filer"]}');
INSERT INTO "officers" VALUES('kunming.reviewer',1,'kunming.reviewer','林静','530100','530100','dec1840187444f73987457ae122aeec5',1,'{"dismissed":false,"email":"kunming.reviewer@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["reviewer"]}');
INSERT INTO "officers" VALUES('kunming.reviewer2',1,'kunming.reviewer2','方谨','530100','530100','dec1840187444f73987457ae122aeec5',1,'{"dismissed":false,"email":"kunming.reviewer2@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["reviewer"]}');
INSERT INTO "officers" VALUES('kunming.lead',1,'kunming.lead','罗衡','530100','530100','dec1840187444f73987457ae122aeec5',1,'{"dismissed":false,"email":"kunming.lead@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["lead"]}');
INSERT INTO "officers" VALUES('kunming.member1',1,'kunming.member1','组织部成员','530100','530100','d60d0458bdb8406c9f75268decfa1336',1,'{"dismissed":false,"email":"kunming.member1@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('kunming.member2',1,'kunming.member2','审计局成员','530100','530100','d5967e6529834dac9848e559d7015f74',1,'{"dismissed":false,"email":"kunming.member2@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('kunming.member3',1,'kunming.member3','司法局成员','530100','530100','cbf95e53acde4fcaafb02d6b5b64b9fb',1,'{"dismissed":false,"email":"kunming.member3@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('kunming.member4',1,'kunming.member4','财政局成员','530100','530100','c2d2505994614cc49ec457666a2e1628',1,'{"dismissed":false,"email":"kunming.member4@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('kunming.member5',1,'kunming.member5','信访局成员','530100','530100','2cc76a512f5c4703a56a9ce2ba98ff48',1,'{"dismissed":false,"email":"kunming.member5@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["member"]}');
INSERT INTO "officers" VALUES('kunming.supervisor',1,'kunming.supervisor','郑平','530100','530100','dec1840187444f73987457ae122aeec5',1,'{"dismissed":false,"email":"kunming.supervisor@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["supervisor"]}');
INSERT INTO "officers" VALUES('province.supervisor',1,'province.supervisor','陈衡','530000','530000','2490513eb07349bc95d29a3cf2999800',1,'{"dismissed":false,"email":"province.supervisor@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["supervisor"]}');
INSERT INTO "officers" VALUES('province.registrar',1,'province.registrar','王静','530000','530000','2490513eb07349bc95d29a3cf2999800',1,'{"dismissed":false,"email":"province.registrar@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["registrar"]}');
INSERT INTO "officers" VALUES('province.registrar2',1,'province.registrar2','何明','530000','530000','2490513eb07349bc95d29a3cf2999800',1,'{"dismissed":false,"email":"province.registrar2@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["registrar"]}');
INSERT INTO "officers" VALUES('operator',1,'operator','冯远','530000','530000','5ebb282dee20435d8aa80cfe76f80d84',1,'{"dismissed":false,"email":"operator@example.invalid","password_hash":"scrypt:32768:8:1$8hghccpbtgWbkPfn$ba42d8c07c269914247514a0ceddc9d64ba136e194d4bd600efcc6fcab50e83c49966c62e7f6727697c99a1eee91278540e2f010ac72a289038d8ee3a30461fd","proposed_by":"","roles":["operator"]}');
CREATE TABLE outbox (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	event_id VARCHAR(64) NOT NULL, 
	subject VARCHAR(64) NOT NULL, 
	sequence BIGINT NOT NULL, 
	type_name VARCHAR(128) NOT NULL, 
	source VARCHAR(64) NOT NULL, 
	correlation_id VARCHAR(64) NOT NULL, 
	time VARCHAR(27) NOT NULL, 
	body TEXT NOT NULL, 
	sent_at VARCHAR(27), 
	settled BOOLEAN DEFAULT 0 NOT NULL, 
	UNIQUE (subject, sequence), 
	UNIQUE (event_id)
);
INSERT INTO "outbox" VALUES(1,'619106cf4db14ab18ccb950507b35df4','bf0399c3f6e54aefb380306c14f8ac6e',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"杨桥街道办事处","organ_id":"530127","unit_id":"bf0399c3f6e54aefb380306c14f8ac6e"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(2,'e7f904f28c444394969a50f6352f8f47','e6e067bca49e4561ab2c467ff76ce833',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"嵩明县纪委监委","organ_id":"530127","unit_id":"e6e067bca49e4561ab2c467ff76ce833"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(3,'56c257bd6508484189febc281d05bed5','5a151734129a4e9e9271563f093604a7',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"嵩明县委组织部","organ_id":"530127","unit_id":"5a151734129a4e9e9271563f093604a7"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(4,'9f22530584684ce9aa267e5e8df90657','6fd8e7dee3da4b35b97d41f7dd3554f4',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"嵩明县审计局","organ_id":"530127","unit_id":"6fd8e7dee3da4b35b97d41f7dd3554f4"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(5,'9ed49de68ff84d6891859173389beeee','82b2c35656864380b31b657dcce5b385',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"嵩明县司法局","organ_id":"530127","unit_id":"82b2c35656864380b31b657dcce5b385"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(6,'26acde97ccc543db89eee73b9aeca85b','c568cc532c9549599b426f5b4dee8b24',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"嵩明县财政局","organ_id":"530127","unit_id":"c568cc532c9549599b426f5b4dee8b24"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(7,'116f2cbd22c54d699989992ce47e478d','f129cd3bcc84420280ac8d8c286429c1',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"嵩明县发展和改革局","organ_id":"530127","unit_id":"f129cd3bcc84420280ac8d8c286429c1"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(8,'5bf1e54f1f184c7aa08b4a4816347b32','d9ebd902168e4d6190d8e0a32f05bf56',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"嵩明县交通运输局","organ_id":"530127","unit_id":"d9ebd902168e4d6190d8e0a32f05bf56"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(9,'dcb30c1fa21a4f5da136ced3344408e4','957a1accdeff4a219533a2d92f5a36cc',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"嵩明县委政法委","organ_id":"530127","unit_id":"957a1accdeff4a219533a2d92f5a36cc"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(10,'7fed7198f58649a88d564fa7f4b215fd','73f4fee0212745e1975fda3843f4772d',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"嵩明县委党校","organ_id":"530127","unit_id":"73f4fee0212745e1975fda3843f4772d"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(11,'b33b84cd048d468c8dbc196e89f931ed','3205ac0cd3e3485098ec8d8548fa2086',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"嵩明县人力资源和社会保障局","organ_id":"530127","unit_id":"3205ac0cd3e3485098ec8d8548fa2086"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(12,'042f08ace2764474a3461f0eca37a769','74919878832441c693539de27c2b1b5b',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"宜良县住房和城乡建设局","organ_id":"530125","unit_id":"74919878832441c693539de27c2b1b5b"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(13,'9cbfa598eccc4c8fb15e0211d6cf05d7','e22e033a18b14879b5d6aaeceb88e1e2',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"宜良县纪委监委","organ_id":"530125","unit_id":"e22e033a18b14879b5d6aaeceb88e1e2"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(14,'6c68b0b932ab44f2998dfaedf6b645e1','2bc2365e36384953bb083e4528dca69e',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"宜良县委组织部","organ_id":"530125","unit_id":"2bc2365e36384953bb083e4528dca69e"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(15,'80df47acdf29440a82196a16a8446ec9','126c501412ae4a1eb0c3fa0f2ff34894',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"宜良县审计局","organ_id":"530125","unit_id":"126c501412ae4a1eb0c3fa0f2ff34894"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(16,'41201d530945426e8d649ff8020be7d7','d460bf0eb29f4b9ba732b7bb540c0ba2',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"宜良县司法局","organ_id":"530125","unit_id":"d460bf0eb29f4b9ba732b7bb540c0ba2"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(17,'ba2bf1c66fd548bd9ee15e0aa96f1b5a','6852593323b04b4ba51d353faa81d62b',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"宜良县财政局","organ_id":"530125","unit_id":"6852593323b04b4ba51d353faa81d62b"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(18,'e072bb56e5b84febaade4d4c295ec978','a73d798585974585bbd033f4decd10ad',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"宜良县信访局","organ_id":"530125","unit_id":"a73d798585974585bbd033f4decd10ad"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(19,'6508a8a96e724b31b1557eedaff18192','599b17c0a7784cfd8b2f375ac017b634',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"昆明市发展和改革委员会","organ_id":"530100","unit_id":"599b17c0a7784cfd8b2f375ac017b634"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(20,'2dd89c1fa71746c9bfadee837129bd43','dec1840187444f73987457ae122aeec5',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"昆明市纪委监委","organ_id":"530100","unit_id":"dec1840187444f73987457ae122aeec5"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(21,'73b2920cac6a4ba8911dae7494a88754','d60d0458bdb8406c9f75268decfa1336',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"昆明市委组织部","organ_id":"530100","unit_id":"d60d0458bdb8406c9f75268decfa1336"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(22,'e013e2b1079542feb53873b9e6df697c','d5967e6529834dac9848e559d7015f74',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"昆明市审计局","organ_id":"530100","unit_id":"d5967e6529834dac9848e559d7015f74"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(23,'da75b42d381840f88a14505d3c9d8267','cbf95e53acde4fcaafb02d6b5b64b9fb',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"昆明市司法局","organ_id":"530100","unit_id":"cbf95e53acde4fcaafb02d6b5b64b9fb"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(24,'02f57d1179df483fac0aa5fbbe7d63c6','c2d2505994614cc49ec457666a2e1628',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"昆明市财政局","organ_id":"530100","unit_id":"c2d2505994614cc49ec457666a2e1628"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(25,'7fc4f46c960247e698673b2909387330','2cc76a512f5c4703a56a9ce2ba98ff48',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"昆明市信访局","organ_id":"530100","unit_id":"2cc76a512f5c4703a56a9ce2ba98ff48"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(26,'80d2148f22a64b65aad43cdf664ecf14','2490513eb07349bc95d29a3cf2999800',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"云南省纪委监委","organ_id":"530000","unit_id":"2490513eb07349bc95d29a3cf2999800"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(27,'1664fb38beda44b0aa089aec6106559e','5ebb282dee20435d8aa80cfe76f80d84',1,'identity.unit_named.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"aliases":[],"former_names":[],"merged_into":"","name":"平台运行","organ_id":"530000","unit_id":"5ebb282dee20435d8aa80cfe76f80d84"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(28,'e21581aff039486489af218573a35ed1','songming.filer',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.filer@example.invalid","name":"刘某","officer_id":"songming.filer","organ_id":"530127","roles":["filer"],"unit":"杨桥街道办事处"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(29,'bb24cff531274be7af9aff50a8d948eb','songming.reviewer',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.reviewer@example.invalid","name":"赵清","officer_id":"songming.reviewer","organ_id":"530127","roles":["reviewer"],"unit":"嵩明县纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(30,'50bf6c3daa68499aaebba23367fcc3a6','songming.reviewer2',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.reviewer2@example.invalid","name":"钱明","officer_id":"songming.reviewer2","organ_id":"530127","roles":["reviewer"],"unit":"嵩明县纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(31,'cbbce629b8b24229bba639e54c484002','songming.lead',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.lead@example.invalid","name":"孙正","officer_id":"songming.lead","organ_id":"530127","roles":["lead"],"unit":"嵩明县纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(32,'d4ac5f6f3c5a4de58483e57367503935','songming.lead2',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.lead2@example.invalid","name":"江平","officer_id":"songming.lead2","organ_id":"530127","roles":["lead"],"unit":"嵩明县纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(33,'b9f210bdfc5746918dc5ced958a84bb3','songming.member1',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.member1@example.invalid","name":"组织部成员","officer_id":"songming.member1","organ_id":"530127","roles":["member"],"unit":"嵩明县委组织部"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(34,'7434d6167e6a415dae9e46063e8c8ec1','songming.member2',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.member2@example.invalid","name":"审计局成员","officer_id":"songming.member2","organ_id":"530127","roles":["member"],"unit":"嵩明县审计局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(35,'9c47dc2601fe47d3bc37f32e1977203d','songming.member3',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.member3@example.invalid","name":"司法局成员","officer_id":"songming.member3","organ_id":"530127","roles":["member"],"unit":"嵩明县司法局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(36,'381328ae595d41cabc5139a6e181c263','songming.member4',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.member4@example.invalid","name":"财政局成员","officer_id":"songming.member4","organ_id":"530127","roles":["member"],"unit":"嵩明县财政局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(37,'390303964a704f5ca847f06d90f2ed75','songming.member5',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.member5@example.invalid","name":"发展和改革局成员","officer_id":"songming.member5","organ_id":"530127","roles":["member"],"unit":"嵩明县发展和改革局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(38,'36795139f7e5478caea1ee2800048e3e','songming.filer2',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.filer2@example.invalid","name":"高远","officer_id":"songming.filer2","organ_id":"530127","roles":["filer"],"unit":"嵩明县交通运输局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(39,'caba8155b33941b7a2bb8ab739648f19','songming.panel1',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.panel1@example.invalid","name":"韩直","officer_id":"songming.panel1","organ_id":"530127","roles":["member"],"unit":"嵩明县委政法委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(40,'938eb2946dc146fd8cc0369f748d7dc9','songming.panel2',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.panel2@example.invalid","name":"沈允","officer_id":"songming.panel2","organ_id":"530127","roles":["member"],"unit":"嵩明县委党校"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(41,'3df6b153766e4b3aaa65314080769211','songming.panel3',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530127","email":"songming.panel3@example.invalid","name":"白正","officer_id":"songming.panel3","organ_id":"530127","roles":["member"],"unit":"嵩明县人力资源和社会保障局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(42,'ce5bda0446c24c19bf8d27bc398faa20','yiliang.filer',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530125","email":"yiliang.filer@example.invalid","name":"李安","officer_id":"yiliang.filer","organ_id":"530125","roles":["filer"],"unit":"宜良县住房和城乡建设局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(43,'31175c5be6934949a53a9965f3780fdf','yiliang.reviewer',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530125","email":"yiliang.reviewer@example.invalid","name":"周和","officer_id":"yiliang.reviewer","organ_id":"530125","roles":["reviewer"],"unit":"宜良县纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(44,'ddc49c1dd24a4435a85cfda058017883','yiliang.lead',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530125","email":"yiliang.lead@example.invalid","name":"吴宁","officer_id":"yiliang.lead","organ_id":"530125","roles":["lead"],"unit":"宜良县纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(45,'8f8e6263de134733b48f8cd5d948a88e','yiliang.reviewer2',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530125","email":"yiliang.reviewer2@example.invalid","name":"许诚","officer_id":"yiliang.reviewer2","organ_id":"530125","roles":["reviewer"],"unit":"宜良县纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(46,'5e27e4148b9c4f3b9a3216b5b938dc40','yiliang.reviewer3',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530125","email":"yiliang.reviewer3@example.invalid","name":"梁朴","officer_id":"yiliang.reviewer3","organ_id":"530125","roles":["reviewer"],"unit":"宜良县纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(47,'ef0fd55e4f074b5eb28665fdea0933f6','yiliang.member1',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530125","email":"yiliang.member1@example.invalid","name":"组织部成员","officer_id":"yiliang.member1","organ_id":"530125","roles":["member"],"unit":"宜良县委组织部"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(48,'8e639396327c4965bdd2d875a6944414','yiliang.member2',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530125","email":"yiliang.member2@example.invalid","name":"审计局成员","officer_id":"yiliang.member2","organ_id":"530125","roles":["member"],"unit":"宜良县审计局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(49,'6a79a6a9b25a4268bdbf920326de0916','yiliang.member3',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530125","email":"yiliang.member3@example.invalid","name":"司法局成员","officer_id":"yiliang.member3","organ_id":"530125","roles":["member"],"unit":"宜良县司法局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(50,'d8e6c749eb1d4048aaae434564ab8be0','yiliang.member4',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530125","email":"yiliang.member4@example.invalid","name":"财政局成员","officer_id":"yiliang.member4","organ_id":"530125","roles":["member"],"unit":"宜良县财政局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(51,'65508017e9d44464970bdc12e2a456d7','yiliang.member5',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530125","email":"yiliang.member5@example.invalid","name":"信访局成员","officer_id":"yiliang.member5","organ_id":"530125","roles":["member"],"unit":"宜良县信访局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(52,'dccb3d61731d41bda4834e27af053708','kunming.filer',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530100","email":"kunming.filer@example.invalid","name":"杨帆","officer_id":"kunming.filer","organ_id":"530100","roles":["filer"],"unit":"昆明市发展和改革委员会"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(53,'3edff855d86947bf9c50cfe7078eecd4','kunming.reviewer',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530100","email":"kunming.reviewer@example.invalid","name":"林静","officer_id":"kunming.reviewer","organ_id":"530100","roles":["reviewer"],"unit":"昆明市纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(54,'b41c6048a38c4470b543d482876f1baa','kunming.reviewer2',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530100","email":"kunming.reviewer2@example.invalid","name":"方谨","officer_id":"kunming.reviewer2","organ_id":"530100","roles":["reviewer"],"unit":"昆明市纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(55,'e789aff872994afc94343ff9c4d57bcb','kunming.lead',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530100","email":"kunming.lead@example.invalid","name":"罗衡","officer_id":"kunming.lead","organ_id":"530100","roles":["lead"],"unit":"昆明市纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(56,'52a1f1c04e1c42b48db199d91fbfb3bb','kunming.member1',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530100","email":"kunming.member1@example.invalid","name":"组织部成员","officer_id":"kunming.member1","organ_id":"530100","roles":["member"],"unit":"昆明市委组织部"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(57,'4a59cce20d4642069a0c77be5f7426f7','kunming.member2',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530100","email":"kunming.member2@example.invalid","name":"审计局成员","officer_id":"kunming.member2","organ_id":"530100","roles":["member"],"unit":"昆明市审计局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(58,'03ba328743ba4255aaf1aa81e05d80b2','kunming.member3',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530100","email":"kunming.member3@example.invalid","name":"司法局成员","officer_id":"kunming.member3","organ_id":"530100","roles":["member"],"unit":"昆明市司法局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(59,'fb338a2a47ad4e6cb35c08bdb6514b34','kunming.member4',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530100","email":"kunming.member4@example.invalid","name":"财政局成员","officer_id":"kunming.member4","organ_id":"530100","roles":["member"],"unit":"昆明市财政局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(60,'78b1914ae5ce42619b8fe524c90e8fea','kunming.member5',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530100","email":"kunming.member5@example.invalid","name":"信访局成员","officer_id":"kunming.member5","organ_id":"530100","roles":["member"],"unit":"昆明市信访局"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(61,'79012f83924845e38d158e2973944925','kunming.supervisor',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530100","email":"kunming.supervisor@example.invalid","name":"郑平","officer_id":"kunming.supervisor","organ_id":"530100","roles":["supervisor"],"unit":"昆明市纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(62,'4185b5a75e31435c812eca4cf52fa4df','province.supervisor',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530000","email":"province.supervisor@example.invalid","name":"陈衡","officer_id":"province.supervisor","organ_id":"530000","roles":["supervisor"],"unit":"云南省纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(63,'0defd3296a8a43dba6eb74be3bfac8d0','province.registrar',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530000","email":"province.registrar@example.invalid","name":"王静","officer_id":"province.registrar","organ_id":"530000","roles":["registrar"],"unit":"云南省纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(64,'d060c781609c44a78892183188da310f','province.registrar2',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530000","email":"province.registrar2@example.invalid","name":"何明","officer_id":"province.registrar2","organ_id":"530000","roles":["registrar"],"unit":"云南省纪委监委"}','2026-02-24T01:00:10.763674Z',1);
INSERT INTO "outbox" VALUES(65,'e1709e36283646618a4097bc0d17f60b','operator',1,'identity.officer_enrolled.v1','identity','c6c7800c562d4911891748b3731113c4','2026-02-24T01:00:09.978887Z','{"division_code":"530000","email":"operator@example.invalid","name":"冯远","officer_id":"operator","organ_id":"530000","roles":["operator"],"unit":"平台运行"}','2026-02-24T01:00:10.763674Z',1);
CREATE TABLE sessions (
	digest VARCHAR(64) NOT NULL, 
	officer_id VARCHAR(64) NOT NULL, 
	began_at VARCHAR(27) NOT NULL, 
	last_seen_at VARCHAR(27) NOT NULL, 
	expires_at VARCHAR(27) NOT NULL, 
	address VARCHAR(64) NOT NULL, 
	PRIMARY KEY (digest)
);
CREATE TABLE trial (
	only INTEGER NOT NULL, 
	piece BLOB NOT NULL, 
	PRIMARY KEY (only)
);
CREATE TABLE unit_names (
	organ_id VARCHAR(64) NOT NULL, 
	"key" VARCHAR(200) NOT NULL, 
	unit_id VARCHAR(64) NOT NULL, 
	PRIMARY KEY (organ_id, "key")
);
INSERT INTO "unit_names" VALUES('530127','杨桥街道办事处','bf0399c3f6e54aefb380306c14f8ac6e');
INSERT INTO "unit_names" VALUES('530127','嵩明县纪委监委','e6e067bca49e4561ab2c467ff76ce833');
INSERT INTO "unit_names" VALUES('530127','嵩明县委组织部','5a151734129a4e9e9271563f093604a7');
INSERT INTO "unit_names" VALUES('530127','嵩明县审计局','6fd8e7dee3da4b35b97d41f7dd3554f4');
INSERT INTO "unit_names" VALUES('530127','嵩明县司法局','82b2c35656864380b31b657dcce5b385');
INSERT INTO "unit_names" VALUES('530127','嵩明县财政局','c568cc532c9549599b426f5b4dee8b24');
INSERT INTO "unit_names" VALUES('530127','嵩明县发展和改革局','f129cd3bcc84420280ac8d8c286429c1');
INSERT INTO "unit_names" VALUES('530127','嵩明县交通运输局','d9ebd902168e4d6190d8e0a32f05bf56');
INSERT INTO "unit_names" VALUES('530127','嵩明县委政法委','957a1accdeff4a219533a2d92f5a36cc');
INSERT INTO "unit_names" VALUES('530127','嵩明县委党校','73f4fee0212745e1975fda3843f4772d');
INSERT INTO "unit_names" VALUES('530127','嵩明县人力资源和社会保障局','3205ac0cd3e3485098ec8d8548fa2086');
INSERT INTO "unit_names" VALUES('530125','宜良县住房和城乡建设局','74919878832441c693539de27c2b1b5b');
INSERT INTO "unit_names" VALUES('530125','宜良县纪委监委','e22e033a18b14879b5d6aaeceb88e1e2');
INSERT INTO "unit_names" VALUES('530125','宜良县委组织部','2bc2365e36384953bb083e4528dca69e');
INSERT INTO "unit_names" VALUES('530125','宜良县审计局','126c501412ae4a1eb0c3fa0f2ff34894');
INSERT INTO "unit_names" VALUES('530125','宜良县司法局','d460bf0eb29f4b9ba732b7bb540c0ba2');
INSERT INTO "unit_names" VALUES('530125','宜良县财政局','6852593323b04b4ba51d353faa81d62b');
INSERT INTO "unit_names" VALUES('530125','宜良县信访局','a73d798585974585bbd033f4decd10ad');
INSERT INTO "unit_names" VALUES('530100','昆明市发展和改革委员会','599b17c0a7784cfd8b2f375ac017b634');
INSERT INTO "unit_names" VALUES('530100','昆明市纪委监委','dec1840187444f73987457ae122aeec5');
INSERT INTO "unit_names" VALUES('530100','昆明市委组织部','d60d0458bdb8406c9f75268decfa1336');
INSERT INTO "unit_names" VALUES('530100','昆明市审计局','d5967e6529834dac9848e559d7015f74');
INSERT INTO "unit_names" VALUES('530100','昆明市司法局','cbf95e53acde4fcaafb02d6b5b64b9fb');
INSERT INTO "unit_names" VALUES('530100','昆明市财政局','c2d2505994614cc49ec457666a2e1628');
INSERT INTO "unit_names" VALUES('530100','昆明市信访局','2cc76a512f5c4703a56a9ce2ba98ff48');
INSERT INTO "unit_names" VALUES('530000','云南省纪委监委','2490513eb07349bc95d29a3cf2999800');
INSERT INTO "unit_names" VALUES('530000','平台运行','5ebb282dee20435d8aa80cfe76f80d84');
CREATE TABLE units (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	organ_id VARCHAR(64) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	aliases TEXT NOT NULL, 
	former_names TEXT NOT NULL, 
	merged_into VARCHAR(64) NOT NULL, 
	proposed TEXT, 
	PRIMARY KEY (id)
);
INSERT INTO "units" VALUES('bf0399c3f6e54aefb380306c14f8ac6e',1,'530127','杨桥街道办事处','[]','[]','',NULL);
INSERT INTO "units" VALUES('e6e067bca49e4561ab2c467ff76ce833',1,'530127','嵩明县纪委监委','[]','[]','',NULL);
INSERT INTO "units" VALUES('5a151734129a4e9e9271563f093604a7',1,'530127','嵩明县委组织部','[]','[]','',NULL);
INSERT INTO "units" VALUES('6fd8e7dee3da4b35b97d41f7dd3554f4',1,'530127','嵩明县审计局','[]','[]','',NULL);
INSERT INTO "units" VALUES('82b2c35656864380b31b657dcce5b385',1,'530127','嵩明县司法局','[]','[]','',NULL);
INSERT INTO "units" VALUES('c568cc532c9549599b426f5b4dee8b24',1,'530127','嵩明县财政局','[]','[]','',NULL);
INSERT INTO "units" VALUES('f129cd3bcc84420280ac8d8c286429c1',1,'530127','嵩明县发展和改革局','[]','[]','',NULL);
INSERT INTO "units" VALUES('d9ebd902168e4d6190d8e0a32f05bf56',1,'530127','嵩明县交通运输局','[]','[]','',NULL);
INSERT INTO "units" VALUES('957a1accdeff4a219533a2d92f5a36cc',1,'530127','嵩明县委政法委','[]','[]','',NULL);
INSERT INTO "units" VALUES('73f4fee0212745e1975fda3843f4772d',1,'530127','嵩明县委党校','[]','[]','',NULL);
INSERT INTO "units" VALUES('3205ac0cd3e3485098ec8d8548fa2086',1,'530127','嵩明县人力资源和社会保障局','[]','[]','',NULL);
INSERT INTO "units" VALUES('74919878832441c693539de27c2b1b5b',1,'530125','宜良县住房和城乡建设局','[]','[]','',NULL);
INSERT INTO "units" VALUES('e22e033a18b14879b5d6aaeceb88e1e2',1,'530125','宜良县纪委监委','[]','[]','',NULL);
INSERT INTO "units" VALUES('2bc2365e36384953bb083e4528dca69e',1,'530125','宜良县委组织部','[]','[]','',NULL);
INSERT INTO "units" VALUES('126c501412ae4a1eb0c3fa0f2ff34894',1,'530125','宜良县审计局','[]','[]','',NULL);
INSERT INTO "units" VALUES('d460bf0eb29f4b9ba732b7bb540c0ba2',1,'530125','宜良县司法局','[]','[]','',NULL);
INSERT INTO "units" VALUES('6852593323b04b4ba51d353faa81d62b',1,'530125','宜良县财政局','[]','[]','',NULL);
INSERT INTO "units" VALUES('a73d798585974585bbd033f4decd10ad',1,'530125','宜良县信访局','[]','[]','',NULL);
INSERT INTO "units" VALUES('599b17c0a7784cfd8b2f375ac017b634',1,'530100','昆明市发展和改革委员会','[]','[]','',NULL);
INSERT INTO "units" VALUES('dec1840187444f73987457ae122aeec5',1,'530100','昆明市纪委监委','[]','[]','',NULL);
INSERT INTO "units" VALUES('d60d0458bdb8406c9f75268decfa1336',1,'530100','昆明市委组织部','[]','[]','',NULL);
INSERT INTO "units" VALUES('d5967e6529834dac9848e559d7015f74',1,'530100','昆明市审计局','[]','[]','',NULL);
INSERT INTO "units" VALUES('cbf95e53acde4fcaafb02d6b5b64b9fb',1,'530100','昆明市司法局','[]','[]','',NULL);
INSERT INTO "units" VALUES('c2d2505994614cc49ec457666a2e1628',1,'530100','昆明市财政局','[]','[]','',NULL);
INSERT INTO "units" VALUES('2cc76a512f5c4703a56a9ce2ba98ff48',1,'530100','昆明市信访局','[]','[]','',NULL);
INSERT INTO "units" VALUES('2490513eb07349bc95d29a3cf2999800',1,'530000','云南省纪委监委','[]','[]','',NULL);
INSERT INTO "units" VALUES('5ebb282dee20435d8aa80cfe76f80d84',1,'530000','平台运行','[]','[]','',NULL);
CREATE TABLE unsent_forms (
	officer_id VARCHAR(64) NOT NULL, 
	form VARCHAR(64) NOT NULL, 
	sealed TEXT NOT NULL, 
	done_page VARCHAR(64) NOT NULL, 
	kept_at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (officer_id, form)
);
CREATE INDEX ix_officers_unit_id ON officers (unit_id);
CREATE INDEX ix_officers_organ_id ON officers (organ_id);
CREATE INDEX ix_units_organ_id ON units (organ_id);
CREATE INDEX ix_unit_names_unit_id ON unit_names (unit_id);
CREATE INDEX ix_sessions_expires_at ON sessions (expires_at);
CREATE INDEX ix_sessions_last_seen_at ON sessions (last_seen_at);
CREATE INDEX ix_sessions_officer_id ON sessions (officer_id);
CREATE INDEX ix_links_digest ON links (digest);
CREATE INDEX ix_links_expires_at ON links (expires_at);
CREATE INDEX ix_links_mail_at ON links (mail_at);
CREATE INDEX ix_handed_links_officer_id ON handed_links (officer_id);
CREATE INDEX ix_handed_links_issued_at ON handed_links (issued_at);
CREATE INDEX ix_known_addresses_seen_at ON known_addresses (seen_at);
CREATE INDEX ix_unsent_forms_kept_at ON unsent_forms (kept_at);
CREATE INDEX ix_alarms_at ON alarms (at);
CREATE INDEX ix_budgets_until ON budgets (until);
CREATE INDEX outbox_unsent ON outbox (seq) WHERE sent_at IS NULL;
CREATE INDEX outbox_unsettled ON outbox (seq) WHERE settled = 0;
CREATE INDEX dead_letters_state ON dead_letters (state, letter_id);
CREATE INDEX dead_letters_subject ON dead_letters (consumer, subject);
CREATE INDEX ledger_unnumbered ON ledger (line_id) WHERE seq IS NULL;
CREATE TRIGGER ledger_written BEFORE INSERT ON ledger
       WHEN NEW.seq IS NOT NULL OR EXISTS (SELECT 1 FROM ledger WHERE line_id = NEW.line_id)
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_numbered BEFORE UPDATE ON ledger
       WHEN OLD.seq IS NOT NULL OR NEW.seq IS NULL OR OLD.line_id <> NEW.line_id
         OR OLD.body <> NEW.body OR OLD.leaf <> NEW.leaf OR OLD.salt <> NEW.salt
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_nodes_written BEFORE INSERT ON ledger_nodes
       WHEN EXISTS (SELECT 1 FROM ledger_nodes WHERE level = NEW.level AND place = NEW.place)
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_nodes_unchanged BEFORE UPDATE ON ledger_nodes
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_nodes_kept BEFORE DELETE ON ledger_nodes
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE INDEX ledger_subjects_subject ON ledger_subjects (subject, seq);
CREATE TRIGGER ledger_checkpoints_written BEFORE INSERT ON ledger_checkpoints
       WHEN EXISTS (SELECT 1 FROM ledger_checkpoints WHERE size = NEW.size)
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_checkpoints_unchanged BEFORE UPDATE ON ledger_checkpoints
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_checkpoints_kept BEFORE DELETE ON ledger_checkpoints
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('outbox',65);
INSERT INTO "sqlite_sequence" VALUES('ledger',88);
COMMIT;
