BEGIN TRANSACTION;
CREATE TABLE attachments (
	id VARCHAR(64) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	size BIGINT NOT NULL, 
	media_type VARCHAR(120) NOT NULL, 
	blob VARCHAR(120) NOT NULL, 
	uploaded_by VARCHAR(64) NOT NULL, 
	uploaded_at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (sha256, uploaded_by, name)
);
CREATE TABLE command_log (
	command_id VARCHAR(64) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	actor_id VARCHAR(64) NOT NULL, 
	answer TEXT, 
	at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (command_id)
);
CREATE TABLE contents (
	sha256 VARCHAR(64) NOT NULL, 
	blob VARCHAR(120) NOT NULL, 
	PRIMARY KEY (sha256), 
	UNIQUE (blob)
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
CREATE TABLE heard (
	consumer VARCHAR(128) NOT NULL, 
	subject VARCHAR(64) NOT NULL, 
	sequence BIGINT NOT NULL, 
	PRIMARY KEY (consumer, subject)
);
INSERT INTO "heard" VALUES('filing.events--documents','4352f17600efd44a0286022b5060323d',2);
INSERT INTO "heard" VALUES('review.events--documents','4352f17600efd44a0286022b5060323d',3);
INSERT INTO "heard" VALUES('review.events--documents','ccef80c06c327b4eb840365504792f33',22);
INSERT INTO "heard" VALUES('review.events--documents','4bc11130a984a77425a93623cd2b6018',24);
INSERT INTO "heard" VALUES('review.events--documents','0fd7faf6c91ba1f229c47ca92770808e',1);
INSERT INTO "heard" VALUES('review.events--documents','3bacbc190d0d996384626d89520d9a59',16);
INSERT INTO "heard" VALUES('review.events--documents','b525326a3b1102c521e34e31d3e6cda4',20);
INSERT INTO "heard" VALUES('filing.events--documents','2d8e05b0784ec2fdd2dcd9e6a9dcba99',2);
INSERT INTO "heard" VALUES('review.events--documents','2d8e05b0784ec2fdd2dcd9e6a9dcba99',3);
INSERT INTO "heard" VALUES('review.events--documents','d779256b952fa075a686a60526b6218d',3);
INSERT INTO "heard" VALUES('filing.events--documents','b211c14a77780b40ae4c6cc2cb54ec93',2);
INSERT INTO "heard" VALUES('review.events--documents','b211c14a77780b40ae4c6cc2cb54ec93',3);
INSERT INTO "heard" VALUES('filing.events--documents','cbd13796a3cbc4669edb196c7138db20',2);
INSERT INTO "heard" VALUES('review.events--documents','cbd13796a3cbc4669edb196c7138db20',3);
INSERT INTO "heard" VALUES('filing.events--documents','46414d5320d0ddd0b79d36cac7cbdd0e',2);
INSERT INTO "heard" VALUES('review.events--documents','46414d5320d0ddd0b79d36cac7cbdd0e',2);
INSERT INTO "heard" VALUES('review.events--documents','f6eff76f2a272e9a8a8cc246c6100e07',16);
INSERT INTO "heard" VALUES('filing.events--documents','c11deff376304522f8311ab9da843066',1);
INSERT INTO "heard" VALUES('review.events--documents','c11deff376304522f8311ab9da843066',3);
INSERT INTO "heard" VALUES('review.events--documents','c4fb3a061202c172ebbe8197421f1c11',1);
INSERT INTO "heard" VALUES('filing.events--documents','8ac661154d07e624972d0b7defa03907',1);
INSERT INTO "heard" VALUES('review.events--documents','8ac661154d07e624972d0b7defa03907',1);
INSERT INTO "heard" VALUES('filing.events--documents','805e40f2a4dc77a494597dcbcaeed464',1);
INSERT INTO "heard" VALUES('review.events--documents','805e40f2a4dc77a494597dcbcaeed464',2);
INSERT INTO "heard" VALUES('filing.events--documents','3b1d1a76e15e75b5ef33c5708d303719',1);
INSERT INTO "heard" VALUES('review.events--documents','3b1d1a76e15e75b5ef33c5708d303719',1);
CREATE TABLE hearers (
	queue VARCHAR(255) NOT NULL, 
	PRIMARY KEY (queue)
);
INSERT INTO "hearers" VALUES('documents.events--notify');
CREATE TABLE inbox (
	consumer VARCHAR(128) NOT NULL, 
	event_id VARCHAR(64) NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (consumer, event_id)
);
INSERT INTO "inbox" VALUES('filing.events--documents','bb902d76c16541ac8fb882a1fdd78f67','2026-02-24T02:00:02.024900Z');
INSERT INTO "inbox" VALUES('review.events--documents','365bcc0fcb494a5daf2989259fee9328','2026-02-25T01:40:00.081767Z');
INSERT INTO "inbox" VALUES('review.events--documents','e673b78f35bf45cf9daf86f6a682d3ca','2026-02-25T01:40:01.461416Z');
INSERT INTO "inbox" VALUES('review.events--documents','62e007e73061449094845290abec2720','2026-02-25T01:40:01.551215Z');
INSERT INTO "inbox" VALUES('filing.events--documents','b3a9532908d748d596f8edb1b9e0a84d','2026-02-25T01:40:01.623623Z');
INSERT INTO "inbox" VALUES('review.events--documents','25a361f523554d4695b8e5eaa0764b07','2026-03-23T01:30:00.965221Z');
INSERT INTO "inbox" VALUES('review.events--documents','93cf169e66e94350b8d7a90066f4b522','2026-03-24T01:50:00.248920Z');
INSERT INTO "inbox" VALUES('review.events--documents','97cd715eb0b2497e932381ac29244eef','2026-03-24T01:50:00.456503Z');
INSERT INTO "inbox" VALUES('review.events--documents','c324a372365148ad80b37659e6cfae37','2026-04-07T01:30:00.134797Z');
INSERT INTO "inbox" VALUES('review.events--documents','3a245094938a4d3c9a8d36eac8f706df','2026-04-07T01:30:00.146994Z');
INSERT INTO "inbox" VALUES('review.events--documents','a9b8c22571b14e33a4c4941155b4c83f','2026-04-08T01:50:01.310637Z');
INSERT INTO "inbox" VALUES('review.events--documents','803ce42097b14c76a22e4bef4b9e1144','2026-04-08T01:50:01.532347Z');
INSERT INTO "inbox" VALUES('review.events--documents','0091361d2bd34f54912c053d582b182b','2026-04-08T01:50:01.727300Z');
INSERT INTO "inbox" VALUES('review.events--documents','94ce1abb565347d09e875a85968b9214','2026-04-08T01:50:01.839095Z');
INSERT INTO "inbox" VALUES('review.events--documents','f92576bb352645b98799ac96e99a910c','2026-04-08T01:50:01.967678Z');
INSERT INTO "inbox" VALUES('review.events--documents','d2dae3be527b4e3e9f84e3d405448f62','2026-04-08T01:50:02.611555Z');
INSERT INTO "inbox" VALUES('review.events--documents','12701207a6144c2da91c6664af97dc08','2026-04-08T01:50:02.936774Z');
INSERT INTO "inbox" VALUES('review.events--documents','756095cabd3a4c6783bda9e128edf5d7','2026-04-08T01:50:03.043319Z');
INSERT INTO "inbox" VALUES('review.events--documents','584f098b03694edc94e957836cc9a6c3','2026-04-08T01:50:03.150281Z');
INSERT INTO "inbox" VALUES('review.events--documents','711e73dd1da2433fa1bffceb31a90c8a','2026-04-08T01:50:03.259236Z');
INSERT INTO "inbox" VALUES('review.events--documents','7bfbb017a10541699f308c944839cade','2026-04-08T01:50:03.389646Z');
INSERT INTO "inbox" VALUES('review.events--documents','5aff9c8a60074c439398fe3632f11480','2026-04-08T01:50:03.495238Z');
INSERT INTO "inbox" VALUES('review.events--documents','17bc338a603b4ddd870c2cf8df89984a','2026-04-08T01:50:03.605720Z');
INSERT INTO "inbox" VALUES('review.events--documents','597fbfef49c0472ca5d6c4ca999c5a6b','2026-04-08T01:50:03.739365Z');
INSERT INTO "inbox" VALUES('review.events--documents','c5963d20f999480cbac6baed8618c76f','2026-04-08T01:50:03.842743Z');
INSERT INTO "inbox" VALUES('review.events--documents','e8b83218da664a3f91b9088a052c9775','2026-04-08T01:50:00.087933Z');
INSERT INTO "inbox" VALUES('review.events--documents','1bc69d7e8d7647639837091a19ea81c5','2026-04-08T01:50:00.175785Z');
INSERT INTO "inbox" VALUES('review.events--documents','7e25a98c924b4ec98bcbf8b594c4d4c7','2026-04-14T06:00:04.716497Z');
INSERT INTO "inbox" VALUES('review.events--documents','62be5d1fd63341e4a63ad0172a600bc0','2026-04-14T06:00:04.787203Z');
INSERT INTO "inbox" VALUES('review.events--documents','380a4722f602494f99be8a92e5b34ced','2026-04-14T06:00:05.040423Z');
INSERT INTO "inbox" VALUES('review.events--documents','6a2d808c94534b45b0bd55e146ac58a2','2026-04-14T06:00:05.224074Z');
INSERT INTO "inbox" VALUES('review.events--documents','bc33f245d78b46f7be83468951878108','2026-04-14T06:00:05.388157Z');
INSERT INTO "inbox" VALUES('review.events--documents','ee438fd0245641409800a4a75dcf5ecd','2026-04-14T06:00:05.595474Z');
INSERT INTO "inbox" VALUES('review.events--documents','2919478376a44a499ea3da6e2e1bf989','2026-04-14T06:00:05.767772Z');
INSERT INTO "inbox" VALUES('review.events--documents','da9b69e3a8c14763975257cfe78d88a1','2026-04-14T06:00:05.960389Z');
INSERT INTO "inbox" VALUES('review.events--documents','461fb5f97d7d4cf6804a80f925a22b14','2026-04-14T06:00:06.106229Z');
INSERT INTO "inbox" VALUES('review.events--documents','29a4b64553434672a5f29ca6b183fa2e','2026-04-14T06:00:06.296516Z');
INSERT INTO "inbox" VALUES('review.events--documents','8f33b280faa44b259bab22d38875f7bf','2026-04-14T06:00:06.426961Z');
INSERT INTO "inbox" VALUES('review.events--documents','57007c26e0df45ec9e86d357c6211313','2026-04-14T06:00:06.587821Z');
INSERT INTO "inbox" VALUES('review.events--documents','97ca476120c84518a65340b0c689cac9','2026-04-14T06:00:06.760465Z');
INSERT INTO "inbox" VALUES('review.events--documents','aea122cd74b04808897961da5a06812c','2026-04-14T06:00:06.939500Z');
INSERT INTO "inbox" VALUES('review.events--documents','4bf2ac8e22534cf095bbd484203d5bfc','2026-04-14T06:00:07.138315Z');
INSERT INTO "inbox" VALUES('review.events--documents','fea0025c761a4461940dc6a159e9fd3f','2026-04-14T06:00:07.349183Z');
INSERT INTO "inbox" VALUES('review.events--documents','f36f85db9c8f4fbcbbfe2bdb2a413aed','2026-04-14T06:00:07.425832Z');
INSERT INTO "inbox" VALUES('review.events--documents','3944113ee0ef46cb850e8fda16900d6e','2026-04-14T06:00:07.442415Z');
INSERT INTO "inbox" VALUES('review.events--documents','cdbe9325f71b465e98109c5d79a4988c','2026-04-14T07:00:00.327787Z');
INSERT INTO "inbox" VALUES('review.events--documents','bcb68faf4343438c9219091d1fb8e257','2026-04-20T01:30:00.384028Z');
INSERT INTO "inbox" VALUES('review.events--documents','ee2bd96db852452a92ff96790d539840','2026-04-21T01:50:00.414438Z');
INSERT INTO "inbox" VALUES('review.events--documents','7cf017180e5c4cf5bf48c0e94af00422','2026-04-21T01:50:00.596792Z');
INSERT INTO "inbox" VALUES('filing.events--documents','31987c56df0f4e29b07aaac13e1616b8','2026-04-21T02:00:00.743978Z');
INSERT INTO "inbox" VALUES('review.events--documents','2db8db798fc747a4852a71ef93040aec','2026-04-22T01:30:00.071055Z');
INSERT INTO "inbox" VALUES('review.events--documents','44695a654d6d467fb22f5e29d96bd7e6','2026-04-22T01:30:01.923546Z');
INSERT INTO "inbox" VALUES('review.events--documents','ab7a30bfdacb41bea79f6ca68a32627e','2026-04-22T01:40:00.167156Z');
INSERT INTO "inbox" VALUES('review.events--documents','531c404a518a4b41a1992f9e198279ac','2026-04-22T01:40:00.340446Z');
INSERT INTO "inbox" VALUES('filing.events--documents','9a342651efb2422ba3f50aba4e2ed472','2026-04-22T01:40:00.440240Z');
INSERT INTO "inbox" VALUES('review.events--documents','8c6cd4a670ef449dba7ecd75dc1c345a','2026-04-22T01:50:00.248786Z');
INSERT INTO "inbox" VALUES('review.events--documents','3ad0007bf425469facff383ae387de8f','2026-04-22T01:50:00.651003Z');
INSERT INTO "inbox" VALUES('review.events--documents','3afbbeb2fedb44d1a244c1fbcf23ae40','2026-04-22T01:50:00.821464Z');
INSERT INTO "inbox" VALUES('review.events--documents','7d77bdc0f10d42659d58496463c3189f','2026-04-22T01:50:00.985254Z');
INSERT INTO "inbox" VALUES('review.events--documents','d7c6a7e5ad6e4d2dbbd36300c665f687','2026-04-22T01:50:01.204110Z');
INSERT INTO "inbox" VALUES('review.events--documents','4f81dfe04c43433487d3f01ff7135ef6','2026-04-22T01:50:01.328754Z');
INSERT INTO "inbox" VALUES('review.events--documents','75ca3d40582a4750a34c6fb9e0cda862','2026-04-22T01:50:01.575870Z');
INSERT INTO "inbox" VALUES('review.events--documents','1c965048459c40b5867827577b551aa4','2026-04-22T01:50:01.668630Z');
INSERT INTO "inbox" VALUES('review.events--documents','daceddde47404acca108b33694808d9b','2026-04-22T01:50:01.868943Z');
INSERT INTO "inbox" VALUES('review.events--documents','5b6ff40b326f4503b5cdeac838af09e3','2026-04-22T01:50:02.045017Z');
INSERT INTO "inbox" VALUES('review.events--documents','0ca2eaeebe3845a1a362bc30b6aff9c8','2026-04-22T01:50:02.216648Z');
INSERT INTO "inbox" VALUES('review.events--documents','74bba49edb7f48edb1d586a42edfa036','2026-04-22T01:50:02.350174Z');
INSERT INTO "inbox" VALUES('review.events--documents','2f2e3a0b85d3498084a0d2e2ce508ed9','2026-04-22T01:50:02.504989Z');
INSERT INTO "inbox" VALUES('review.events--documents','6b3167c2a3b949f692518a5c81f7fd25','2026-04-22T01:50:02.664186Z');
INSERT INTO "inbox" VALUES('review.events--documents','f3262a2e80ea42a2ad8fea26b943e2ce','2026-04-22T01:50:02.805641Z');
INSERT INTO "inbox" VALUES('review.events--documents','5811828121764a5ebeb8d386fda03ed7','2026-04-22T01:50:02.970655Z');
INSERT INTO "inbox" VALUES('review.events--documents','1999abbf856a48909551a5d082fb3046','2026-04-22T01:50:03.193663Z');
INSERT INTO "inbox" VALUES('review.events--documents','156daf3c424b442cbd10867c204b3ad6','2026-04-22T01:50:03.373540Z');
INSERT INTO "inbox" VALUES('filing.events--documents','b25cd116188740ffa83b6740ff9b7df7','2026-04-22T02:00:00.979839Z');
INSERT INTO "inbox" VALUES('review.events--documents','24abe8d04d584d51a25dca534f8b3a81','2026-04-23T01:40:00.038251Z');
INSERT INTO "inbox" VALUES('review.events--documents','91783d6c8a56465bb03f33e9f24986f6','2026-04-23T01:40:01.306340Z');
INSERT INTO "inbox" VALUES('review.events--documents','0777472cda3b44e2b3f4bc8a80184696','2026-04-23T01:40:01.498613Z');
INSERT INTO "inbox" VALUES('filing.events--documents','da6d970d38e34a7a9be039e013fba807','2026-04-23T01:40:01.593678Z');
INSERT INTO "inbox" VALUES('filing.events--documents','42b783ff06ad4deca87e857497c7d289','2026-04-23T02:00:00.098749Z');
INSERT INTO "inbox" VALUES('review.events--documents','f900f6494a0247439d444e7f63203f93','2026-04-24T01:40:00.059363Z');
INSERT INTO "inbox" VALUES('review.events--documents','28f3459c74f841ada5ac1b1b7f51c7c3','2026-04-24T01:40:00.837879Z');
INSERT INTO "inbox" VALUES('review.events--documents','f5cd7b9e25c34a1fa3ad2ee3405e39d9','2026-04-24T01:40:00.980361Z');
INSERT INTO "inbox" VALUES('filing.events--documents','b4e4c000775e40d1ade51f3232d5c098','2026-04-24T01:40:01.072149Z');
INSERT INTO "inbox" VALUES('filing.events--documents','e31255e9639047f8af3655047b497df8','2026-04-27T02:00:01.062766Z');
INSERT INTO "inbox" VALUES('review.events--documents','b814dd8dab714806957b379acbae1304','2026-04-28T01:40:00.049953Z');
INSERT INTO "inbox" VALUES('filing.events--documents','956c58ea09844552aab6b32420febc27','2026-04-28T01:40:00.153630Z');
INSERT INTO "inbox" VALUES('review.events--documents','278bfcb7a3ce46b8a7c7605278e793d3','2026-04-28T01:40:00.360880Z');
INSERT INTO "inbox" VALUES('review.events--documents','9d92874dfdeb44219469b5b91104be36','2026-04-28T06:00:00.195989Z');
INSERT INTO "inbox" VALUES('review.events--documents','9c68413ca8ba4288a4dce9142749c773','2026-04-28T06:00:00.234826Z');
INSERT INTO "inbox" VALUES('review.events--documents','d396c75a1fb54283b4477bf3d110fd74','2026-04-28T06:00:00.367892Z');
INSERT INTO "inbox" VALUES('review.events--documents','ac85154a504442a7b19f21b1d5b43a06','2026-04-28T06:00:00.507993Z');
INSERT INTO "inbox" VALUES('review.events--documents','7fc3dfa9003e433a81d7b015fa94d248','2026-04-28T06:00:00.638337Z');
INSERT INTO "inbox" VALUES('review.events--documents','ab64c684a081427b9c54a79c98dc8686','2026-04-28T06:00:00.781999Z');
INSERT INTO "inbox" VALUES('review.events--documents','0ea3f820d9784353bee93faf0523d982','2026-04-28T06:00:00.934669Z');
INSERT INTO "inbox" VALUES('review.events--documents','0ae22656d26c4d42baf32849be01b1af','2026-04-28T06:00:01.071388Z');
INSERT INTO "inbox" VALUES('review.events--documents','3280eceaeafa4244a4ebac4338e7375f','2026-04-28T06:00:01.172832Z');
INSERT INTO "inbox" VALUES('review.events--documents','6bde99eb7ad64842a5385b404ccfe728','2026-04-28T06:00:01.272965Z');
INSERT INTO "inbox" VALUES('review.events--documents','e8f124cc43b64fc388e3d67c98c013bd','2026-04-28T06:00:01.358433Z');
INSERT INTO "inbox" VALUES('review.events--documents','e3189eaae1ec45d5a885e409c8d62520','2026-04-28T06:00:01.453535Z');
INSERT INTO "inbox" VALUES('review.events--documents','40b16ab611774cb7976676963deb838e','2026-04-28T06:00:01.628422Z');
INSERT INTO "inbox" VALUES('review.events--documents','5fa1196a1ad84d78a3f7366c94c7326e','2026-04-28T06:00:01.837486Z');
INSERT INTO "inbox" VALUES('review.events--documents','9523ac132c2949f3a0f3bfecd4acb860','2026-04-28T06:00:02.099827Z');
INSERT INTO "inbox" VALUES('review.events--documents','132400770ead434e94e497992902ed78','2026-04-28T06:00:02.299142Z');
INSERT INTO "inbox" VALUES('review.events--documents','d983c1a4ab034b0aa8d777144eda14ff','2026-04-28T06:00:02.411633Z');
INSERT INTO "inbox" VALUES('review.events--documents','3d7bee5f201f4d98a4ea8d1f8253226d','2026-04-28T06:00:02.484564Z');
INSERT INTO "inbox" VALUES('review.events--documents','922d390785794452a23a4aaf6b84d945','2026-04-28T07:00:01.872891Z');
INSERT INTO "inbox" VALUES('review.events--documents','762c3c77031144f59defef7575ce51ff','2026-04-29T01:50:01.434077Z');
INSERT INTO "inbox" VALUES('review.events--documents','7a5eeb288f284af4b1c8583318898519','2026-04-29T01:50:01.608390Z');
INSERT INTO "inbox" VALUES('filing.events--documents','b15315866c5c4262b476251fed5af08d','2026-05-07T02:00:00.742282Z');
INSERT INTO "inbox" VALUES('review.events--documents','a7778fc172e749078e07efb042c1bd0c','2026-05-08T01:40:00.051795Z');
INSERT INTO "inbox" VALUES('review.events--documents','bf777405df42471fb942195939e68da0','2026-05-08T01:40:00.220945Z');
INSERT INTO "inbox" VALUES('review.events--documents','b7bc66f536c244ed8cd6ac5ad2a74ec6','2026-05-08T01:40:01.282413Z');
INSERT INTO "inbox" VALUES('review.events--documents','061fd57547de41d89f976bf167249d69','2026-05-08T01:50:00.370202Z');
INSERT INTO "inbox" VALUES('review.events--documents','02da61bc6bcf4e92abaa27d45611c3b9','2026-05-08T01:50:00.514028Z');
INSERT INTO "inbox" VALUES('review.events--documents','9313667e95a84f4f9ffd133d789b3f4a','2026-05-08T01:50:00.599635Z');
INSERT INTO "inbox" VALUES('review.events--documents','7f486c8c5e1e4c57a3d249a160d84e0d','2026-05-08T01:50:00.795087Z');
INSERT INTO "inbox" VALUES('review.events--documents','e990f174cd914bfa9b8aa211e86a8b69','2026-05-08T01:50:00.950937Z');
INSERT INTO "inbox" VALUES('review.events--documents','01b39b0501564e9ca41cb387f7b4c367','2026-05-08T01:50:01.076774Z');
INSERT INTO "inbox" VALUES('review.events--documents','8bc5509099434089a3ac2d087e13556f','2026-05-08T01:50:01.183415Z');
INSERT INTO "inbox" VALUES('review.events--documents','3052c873c67f4008876c144c0e5a5bd1','2026-05-08T01:50:02.087487Z');
INSERT INTO "inbox" VALUES('review.events--documents','9118bdac96b34b3c971aaab317d4a89e','2026-05-08T01:50:02.189791Z');
INSERT INTO "inbox" VALUES('review.events--documents','a47c3d73937a41339bdcb60451183bac','2026-05-08T01:50:02.380920Z');
INSERT INTO "inbox" VALUES('review.events--documents','55bd13ef075747db830f1cf4d474381d','2026-05-08T01:50:02.600427Z');
INSERT INTO "inbox" VALUES('review.events--documents','94f931a02b06409e9e180622d293fae5','2026-05-08T01:50:02.785968Z');
INSERT INTO "inbox" VALUES('review.events--documents','591df70c018b49329db7025c7444be67','2026-05-08T01:50:02.921797Z');
INSERT INTO "inbox" VALUES('review.events--documents','51fe0e1ea6604020aa4f58fdfabdf3d3','2026-05-08T01:50:03.074764Z');
INSERT INTO "inbox" VALUES('review.events--documents','8748a0cbb48d45818a8c7e7e1a7ea731','2026-05-08T01:50:03.183113Z');
INSERT INTO "inbox" VALUES('review.events--documents','b4f75485b781482a9369ee5007a00392','2026-05-08T01:50:04.198176Z');
INSERT INTO "inbox" VALUES('review.events--documents','626b98a64c4f48e0a7a278460b907c05','2026-05-08T01:50:04.562541Z');
INSERT INTO "inbox" VALUES('review.events--documents','28045fb4539441ac989a876d85e2a4d4','2026-05-08T02:00:00.166414Z');
INSERT INTO "inbox" VALUES('review.events--documents','e46d900f2c774423b8e0d0d9d7e1eb52','2026-05-08T02:00:00.202507Z');
INSERT INTO "inbox" VALUES('filing.events--documents','eba351c3125a473d875bd80b92371a2e','2026-05-08T02:20:00.288009Z');
INSERT INTO "inbox" VALUES('review.events--documents','cb3114cbafe740dd87ccf8fa461fa4f1','2026-05-11T06:30:00.034389Z');
INSERT INTO "inbox" VALUES('filing.events--documents','87f4af2e6446475894a4c207308ec7a3','2026-05-11T06:30:00.317554Z');
INSERT INTO "inbox" VALUES('review.events--documents','1e279840c45a4eebb3e241499fce4eda','2026-05-12T01:00:00.026801Z');
INSERT INTO "inbox" VALUES('review.events--documents','eb2374d5231d4c37993c99426cb19655','2026-05-12T01:00:00.185005Z');
INSERT INTO "inbox" VALUES('filing.events--documents','59c6f0d7f55343a99555b9ab43e8d9c3','2026-05-12T01:15:00.156063Z');
INSERT INTO "inbox" VALUES('review.events--documents','46396556fffb4d42ba01d54ab30b67c3','2026-05-12T01:30:00.099639Z');
CREATE TABLE ledger (
	line_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	seq BIGINT, 
	body TEXT NOT NULL, 
	leaf VARCHAR(64) NOT NULL, 
	salt VARCHAR(32) NOT NULL, 
	UNIQUE (seq)
);
INSERT INTO "ledger" VALUES(1,1,'{"actor":"system","at":"2026-03-23T09:30:00.190755+08:00","event_id":"090a29d537d942598a7cfe5b3a307cf4","organ":"","payload":"f6d616b331661980ab2383f8ee0da2041991936a4619859a846b8566d2ee2db4","role":"system","sequence":1,"service":"documents","subject":"c428e8977c4128045adfcb7344685d0b","what":"documents.letter_issued.v1"}','090d2d9bd452343dbc817efc5c5863fd3c8f14ee68c1e1eb8c4c7e3b645dce4f','0c46544380de4c8802a3fd14dc69a2c6');
INSERT INTO "ledger" VALUES(2,2,'{"actor":"system","at":"2026-04-14T15:00:00.311035+08:00","event_id":"9a91b3a1b84d40ae92d583a91d042eda","organ":"","payload":"fdd516d08eddca450c205c9d34972736a65374304aab4c4ea50067a4412c7038","role":"system","sequence":1,"service":"documents","subject":"ba353c179b6890e8d9a25215067923cb","what":"documents.letter_issued.v1"}','8dca394f4106354ca8c05e057505480591d3d3576e2377d56ef757475b6d7761','ed4f553a295ef5b8393ac92b8a1f74c2');
INSERT INTO "ledger" VALUES(3,3,'{"actor":"system","at":"2026-04-14T15:00:00.311035+08:00","event_id":"b47cb7ca1e0d431f9abbec7e0a3f7585","organ":"","payload":"acb8dcd90911b7b36017a7fc38568ec84f9ae5a515459cfbd96625dc4b83f1d1","role":"system","sequence":1,"service":"documents","subject":"ba5f64be520199906e8a4e0664dcb0c6","what":"documents.letter_issued.v1"}','e8855324ae28b537a1d1a42effeadb42e50c37ef62e3e9def9c0f5e7664b66d7','3a24d8136b1ce8723ff5f0fca2a68563');
INSERT INTO "ledger" VALUES(4,4,'{"actor":"system","at":"2026-04-22T09:50:00.133110+08:00","event_id":"88b1dc4693934502a3f145657ec02166","organ":"","payload":"5a91a79597e966195ae08be7d7977f56849f91696acd49fc8d8f4dccd6adf5ec","role":"system","sequence":1,"service":"documents","subject":"66221ea7dc49ace2fd4738b805b14cf3","what":"documents.letter_issued.v1"}','9877e487375ea8dfbcca278bfa6cdd987fa933b800c3779a22cf1f994041a6d2','5577d28a08f4be78cc5bb99382533b92');
INSERT INTO "ledger" VALUES(5,5,'{"actor":"system","at":"2026-04-24T09:40:00.075634+08:00","event_id":"774ceee7b40d4016be7b6df7b31847ee","organ":"","payload":"9951f566151550fc05b150b11a731e543c6eca597a9bcb1980b4cb7e22b9daea","role":"system","sequence":1,"service":"documents","subject":"d32314a7dd8f7a97b488f451151c3589","what":"documents.letter_issued.v1"}','53468ebdd287d09652599480057cd36f4674cd792837d4f4e0eae9c4b1f22e37','3590583ece032d491587b3491ef25cd0');
INSERT INTO "ledger" VALUES(6,6,'{"actor":"system","at":"2026-04-27T10:00:00.169265+08:00","event_id":"07b8db07f51e4befa182ecc37d8a2004","organ":"","payload":"7b0016792a7321cc797ba82744dddfe523e647b1613b5c92713a1ea874a195fb","role":"system","sequence":1,"service":"documents","subject":"158888ec48fbff5f40e1fcbc8f2d5d87","what":"documents.letter_issued.v1"}','f8bb7d5dac04d74d42133ebb8629c1ac6c7a3438a5cb2df3123b58863f3ca4dd','7e6485a2f736742427c9479ac70b7fd2');
INSERT INTO "ledger" VALUES(7,7,'{"actor":"system","at":"2026-04-28T15:00:00.394066+08:00","event_id":"259f7bd8de1a4565a69ea00a66ae3c1a","organ":"","payload":"14865488d13a2946ffdab3f3dac480991a635a1a03baacc0d3fca4ec4b3b06b5","role":"system","sequence":1,"service":"documents","subject":"1887f6993b048cebd65083ae5762e156","what":"documents.letter_issued.v1"}','9ad2f2b323cebaad97afbea3218fcabd6bf1864484bf5b93c407f7b22aae9a93','e5d5bdb9b4012c6204b978b26fd2549b');
INSERT INTO "ledger" VALUES(8,8,'{"actor":"system","at":"2026-04-29T09:50:00.341120+08:00","event_id":"97e56a0344cc4f3eb3a4d3d40a040139","organ":"","payload":"9dc8363b20c8bed646dae3496671ad6dbe3c435cf35bb4046b0c1c764a025246","role":"system","sequence":1,"service":"documents","subject":"bf82a9313cc54e7b2a4a608273f510b4","what":"documents.letter_issued.v1"}','9923d0bde50354b4b8d84699e1712f011bd316b8761913a3825686ac0e5ce651','ccd94f8c23815e0439e0dd848b1afa89');
INSERT INTO "ledger" VALUES(9,9,'{"actor":"system","at":"2026-05-08T09:50:00.240746+08:00","event_id":"480030c3a21542bc9ec600ec20cd774d","organ":"","payload":"676086b50fc19104001f94642858e08a01fdc5e5c07c2a4b6b67185dcc99a9dc","role":"system","sequence":1,"service":"documents","subject":"bc241de8c810dd3b5537d593edf27fd5","what":"documents.letter_issued.v1"}','b8ee39580556bec481538974d4c1d61b51c47c2e1113a0d0b57633ec2ffcb49e','58eabbcdddbfb7bd4db0c65787989c1e');
CREATE TABLE ledger_checkpoints (
	size BIGINT NOT NULL, 
	note TEXT NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (size)
);
INSERT INTO "ledger_checkpoints" VALUES(1,'rongcuo.local/documents
1
CQ0tm9RSND28gX78XFhj/TyPFO5oweHrjEx+O2Rdzk8=

— rongcuo.local/documents RIVcE/H1UoGPThoDGX/pyxInU/Q2MbpgPRloBvOzgnXM9Ei9Zcy9ff55VwM2tFCfsgj9LmTEjTASBsFfkwoiw9xfXgA=
','2026-04-08T01:50:02.667469Z');
INSERT INTO "ledger_checkpoints" VALUES(4,'rongcuo.local/documents
4
pvcF1GCai7xsnVgNfkf4ygo1GrQlt1YawPSCt2ewVJI=

— rongcuo.local/documents RIVcE8oGLtXFyMJHndTiOgdRi21+cx/siAEH3tgeVHJqqX1v5fCiqrWxmT/NPf+tQNfGOLDxQTe0+Bhghrncb/6ylw4=
','2026-04-22T01:50:01.248917Z');
INSERT INTO "ledger_checkpoints" VALUES(6,'rongcuo.local/documents
6
7S+Yz210D6TN58n7TLgDcLXUAVkzvbIA3PMOeUVUUyE=

— rongcuo.local/documents RIVcE8KtKQNetlkgFrWRDzLMV7AZfmFRvl1OKWbMf20k9xkuFdWhKF++OBqWbiScRbyugA0Be+Rw5h9e1lwgjwITCwU=
','2026-04-28T06:00:02.472491Z');
INSERT INTO "ledger_checkpoints" VALUES(8,'rongcuo.local/documents
8
5rwZfXB+rqm8dWYDZn3c93pDHdHfsRkrfJVvQ9XBtZk=

— rongcuo.local/documents RIVcE9UYfQCUBtXak4qP3uvkoGeO5gF0EZdbBsaov/1eB22bvUWFsV813yox7qEwjoYvjCfCLCtvnFoQFm/4IpdxTgk=
','2026-05-08T01:40:00.845827Z');
INSERT INTO "ledger_checkpoints" VALUES(9,'rongcuo.local/documents
9
YvYQNf8mp8W4grgR42Biykhf7jaLFXN8/zflExESGc0=

— rongcuo.local/documents RIVcEwK4g4yf6QGWHtKK7SV1qwLla02N60xJ2pHIsBQgXSgNZaP3dvZ67XkywK3V6ZEuGwvqIuCQ6eIRS2TPp9cj8gw=
','2026-05-08T01:50:04.290617Z');
CREATE TABLE ledger_nodes (
	level INTEGER NOT NULL, 
	place BIGINT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	PRIMARY KEY (level, place)
);
INSERT INTO "ledger_nodes" VALUES(1,0,'7d463b8899006c3704e589eedb9b5ae152c51fbec2762e0772abf7f0dc50de59');
INSERT INTO "ledger_nodes" VALUES(1,1,'063cc4c9b4ed9b905e9179a213f4c5ae79b3643173a9ef5aa91c298b6ae3bce3');
INSERT INTO "ledger_nodes" VALUES(2,0,'a6f705d4609a8bbc6c9d580d7e47f8ca0a351ab425b7561ac0f482b767b05492');
INSERT INTO "ledger_nodes" VALUES(1,2,'f7270cdf3472b57e24a52b217c828fbb0c060dc999761fa281609bbde50f61ff');
INSERT INTO "ledger_nodes" VALUES(1,3,'85e11c285f7a366bf3fa9a882ddbd5f8aecaaf48a685a4402a74158a313189db');
INSERT INTO "ledger_nodes" VALUES(2,1,'255e5912bf2e31ef106193142ca809856041c5084bea913ee40c009dc40f7cb2');
INSERT INTO "ledger_nodes" VALUES(3,0,'e6bc197d707eaea9bc756603667ddcf77a431dd1dfb1192b7c956f43d5c1b599');
CREATE TABLE ledger_subjects (
	seq BIGINT NOT NULL, 
	subject VARCHAR(255) NOT NULL, 
	what VARCHAR(128) NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "ledger_subjects" VALUES(1,'c428e8977c4128045adfcb7344685d0b','documents.letter_issued.v1');
INSERT INTO "ledger_subjects" VALUES(2,'ba353c179b6890e8d9a25215067923cb','documents.letter_issued.v1');
INSERT INTO "ledger_subjects" VALUES(3,'ba5f64be520199906e8a4e0664dcb0c6','documents.letter_issued.v1');
INSERT INTO "ledger_subjects" VALUES(4,'66221ea7dc49ace2fd4738b805b14cf3','documents.letter_issued.v1');
INSERT INTO "ledger_subjects" VALUES(5,'d32314a7dd8f7a97b488f451151c3589','documents.letter_issued.v1');
INSERT INTO "ledger_subjects" VALUES(6,'158888ec48fbff5f40e1fcbc8f2d5d87','documents.letter_issued.v1');
INSERT INTO "ledger_subjects" VALUES(7,'1887f6993b048cebd65083ae5762e156','documents.letter_issued.v1');
INSERT INTO "ledger_subjects" VALUES(8,'bf82a9313cc54e7b2a4a608273f510b4','documents.letter_issued.v1');
INSERT INTO "ledger_subjects" VALUES(9,'bc241de8c810dd3b5537d593edf27fd5','documents.letter_issued.v1');
CREATE TABLE letter_counters (
	organ_id VARCHAR(64) NOT NULL, 
	series VARCHAR(20) NOT NULL, 
	year INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	PRIMARY KEY (organ_id, series, year)
);
INSERT INTO "letter_counters" VALUES('530127','',2026,5);
INSERT INTO "letter_counters" VALUES('530127','纪要',2026,2);
INSERT INTO "letter_counters" VALUES('530125','',2026,2);
CREATE TABLE letters (
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	matter_id VARCHAR(64) NOT NULL, 
	decision_id VARCHAR(100) NOT NULL, 
	kind VARCHAR(64) NOT NULL, 
	family VARCHAR(20) NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	organ_id VARCHAR(64) NOT NULL, 
	organ_name VARCHAR(120) NOT NULL, 
	division_code VARCHAR(6) NOT NULL, 
	number VARCHAR(120) NOT NULL, 
	code VARCHAR(16) NOT NULL, 
	title TEXT NOT NULL, 
	addressee TEXT NOT NULL, 
	body TEXT NOT NULL, 
	illustrative BOOLEAN NOT NULL, 
	recipients TEXT NOT NULL, 
	parties TEXT NOT NULL, 
	standing VARCHAR(20) NOT NULL, 
	replaces VARCHAR(64) NOT NULL, 
	replaced_by VARCHAR(64) NOT NULL, 
	reason TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	docx_sha256 VARCHAR(64) NOT NULL, 
	pdf VARCHAR(120) NOT NULL, 
	docx VARCHAR(120) NOT NULL, 
	trouble VARCHAR(64) NOT NULL, 
	signs VARCHAR(64) NOT NULL, 
	issued_at VARCHAR(27) NOT NULL, 
	tried_until VARCHAR(27), 
	sought TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (organ_id, number), 
	UNIQUE (code)
);
INSERT INTO "letters" VALUES('c428e8977c4128045adfcb7344685d0b',3,1,'4352f17600efd44a0286022b5060323d','4352f17600efd44a0286022b5060323d','acceptance_decision','','报备容错受理决定书','530127','嵩明县纪委监委','530127','嵩纪容〔2026〕1号','DBMYN-FC92E','报备容错受理决定书','杨桥街道办事处：','你单位报备的“批而未供土地盘活手续容缺办理(示例)”收悉。经审查，决定予以受理，列入容错事项备案库。
适用情形：化解历史遗留问题
备案号：530127-B-2026-000001
有效期至：2027年2月25日
本决定书证明上述事项已经事前报备，可以作为日后容错认定的依据之一，但不等同于免责。
事项内容、风险点或者防控措施发生重大变化的，请及时重新报备。
（联系：容错纠错工作办公室，电话：0871-00000127）',1,'["songming.filer"]','["songming.filer"]','current','','','','5726a10993af9a4505ed98259d686a5974cd43deeba5ac08db67c683390b64fe','210880c4a761fc653dd174e9ed85e42cb73364d24b80c8d7f3232e4e9447017c','letter-c428e8977c4128045adfcb7344685d0b-c97ceb2b.pdf','letter-c428e8977c4128045adfcb7344685d0b-c97ceb2b.docx','','','2026-02-25T01:40:01.623623Z',NULL,'嵩纪容(2026)1号
报备容错受理决定书
杨桥街道办事处:
嵩纪容20261号
杨桥街道办事处');
INSERT INTO "letters" VALUES('ba353c179b6890e8d9a25215067923cb',3,1,'3bacbc190d0d996384626d89520d9a59','3bacbc190d0d996384626d89520d9a59','meeting_minutes','','联席会议纪要','530127','嵩明县纪委监委','530127','嵩纪容纪要〔2026〕1号','FMFWA-VAGAX','容错认定联席会议纪要','','会议名称：容错认定联席会议:桥梁加固工程变更未及时报批(示例)
会议时间：2026年4月14日
会议地点：会议室(示例)
出席：组织部成员、审计局成员、司法局成员、财政局成员、发展和改革局成员
一、审定结果
关于“桥梁加固工程变更未及时报批(示例)”：认定结果——从轻（从轻5票）。
二、会议情况
会议研究了桥梁加固工程变更未及时报批(示例)。(示例)
本纪要经出席成员依次会签。',1,'[]','[]','current','','','','f35eb3ec8f5867ac170520814381bba480832b213e9c6ce7bac83faf99f0ff18','42a6eaae62aa0ee2094099c47efaf0813254c11bc2daaa69d5ba70be8e82c2c5','letter-ba353c179b6890e8d9a25215067923cb-f5c6d983.pdf','letter-ba353c179b6890e8d9a25215067923cb-f5c6d983.docx','','','2026-04-14T06:00:07.442415Z',NULL,'嵩纪容纪要(2026)1号
容错认定联席会议纪要
嵩纪容纪要20261号');
INSERT INTO "letters" VALUES('ba5f64be520199906e8a4e0664dcb0c6',3,1,'ccef80c06c327b4eb840365504792f33','ccef80c06c327b4eb840365504792f33-1','determination_decision','decision','容错认定决定书','530127','嵩明县纪委监委','530127','嵩纪容〔2026〕2号','ABKVH-BKY8Q','容错认定决定书','高远：','本机关对嵩明县交通运输局高远“桥梁加固工程变更未及时报批(示例)”一事进行了容错认定，现将决定告知如下。
一、基本情况
行为：桥梁加固工程变更未及时报批(示例)
行为时间：2026年1月12日至2026年2月6日
适用情形：推进项目建设
二、认定结论
本事项经联席会议审定。
认定结论：从轻
整改要求：限期补办手续、完善制度。(示例)，于2026年6月13日前（含当日）完成
结果运用：不影响年度考核、评先评优和提拔任用。(示例)
三、认定理由
评估依据：“三个区分开来”
评估认为动机为公、程序有据、无私利,变更符合安全需要(示例)、报批拖延两个月(示例)。(示例)
四、权利告知
对本决定不服的，可以在2026年5月14日前（含当日）向本机关提出申诉。申诉不会加重处理。
本决定于2026年4月14日作出。
（联系：容错纠错工作办公室，电话：0871-00000127）',1,'["songming.filer2"]','["songming.filer2"]','current','','','','4fda673903d31f095ebbee55fc53e6aeb0d72549659547cd4a2993eefda95547','23df1ecb03c417e66daaf11933a54b8b52a18d1c6223a8efe0255390d5f1ac65','letter-ba5f64be520199906e8a4e0664dcb0c6-35f58824.pdf','letter-ba5f64be520199906e8a4e0664dcb0c6-35f58824.docx','','','2026-04-14T07:00:00.327787Z',NULL,'嵩纪容(2026)2号
容错认定决定书
高远:
嵩纪容20262号
高远');
INSERT INTO "letters" VALUES('66221ea7dc49ace2fd4738b805b14cf3',3,1,'2d8e05b0784ec2fdd2dcd9e6a9dcba99','2d8e05b0784ec2fdd2dcd9e6a9dcba99','acceptance_decision','','报备容错受理决定书','530127','嵩明县纪委监委','530127','嵩纪容〔2026〕3号','6Y6WB-RCSNK','报备容错受理决定书','杨桥街道办事处：','你单位报备的“老旧厂区盘活手续分步办理(示例)”收悉。经审查，决定予以受理，列入容错事项备案库。
适用情形：化解历史遗留问题
备案号：530127-B-2026-000002
有效期至：2027年4月22日
本决定书证明上述事项已经事前报备，可以作为日后容错认定的依据之一，但不等同于免责。
事项内容、风险点或者防控措施发生重大变化的，请及时重新报备。
（联系：容错纠错工作办公室，电话：0871-00000127）',1,'["songming.filer"]','["songming.filer"]','current','','','','9a67f492e7bbdb21632487fe1abbdd9cf8dd32e3c70c785ed2cc5fab653932d6','ae34a649bf192c5ed87ad68b1ae810eb9040578849918d6caae4e58a81708df5','letter-66221ea7dc49ace2fd4738b805b14cf3-a5cac11d.pdf','letter-66221ea7dc49ace2fd4738b805b14cf3-a5cac11d.docx','','','2026-04-22T01:40:00.440240Z',NULL,'嵩纪容(2026)3号
报备容错受理决定书
杨桥街道办事处:
嵩纪容20263号
杨桥街道办事处');
INSERT INTO "letters" VALUES('d32314a7dd8f7a97b488f451151c3589',3,1,'b211c14a77780b40ae4c6cc2cb54ec93','b211c14a77780b40ae4c6cc2cb54ec93','rejection_decision','','不予受理决定书','530125','宜良县纪委监委','530125','宜纪容〔2026〕1号','B6N26-3P8GC','不予受理决定书','宜良县住房和城乡建设局：','你单位报备的“公租房日常维修资金拨付(示例)”收悉。经审查，决定不予受理。
理由：政策已有明确规定,按既有程序办理即可,不属于需要事前报备的探索性事项。
对本决定有不同意见的，可以向本机关说明。完善方案、补充材料后，可以重新报备。
不服本决定的，可以在2026年5月11日前（含当日）登录本平台，向宜良县纪委监委提出一次异议，写明理由。由没有参与本决定的人员审查，结果不会比本决定更不利。
（联系：容错纠错工作办公室，电话：0871-00000125）',1,'["yiliang.filer"]','["yiliang.filer"]','current','','','','80dbd058526b8fc62fe5786e0deb4516efaa0c9f7d38723a39499834682d9c02','f477779f85a136eccc7f9dba6ac550b4f39aa818107d4f377b12dbfbdc6392b5','letter-d32314a7dd8f7a97b488f451151c3589-1861f0f4.pdf','letter-d32314a7dd8f7a97b488f451151c3589-1861f0f4.docx','','','2026-04-23T01:40:01.593678Z',NULL,'宜纪容(2026)1号
不予受理决定书
宜良县住房和城乡建设局:
宜纪容20261号
宜良县住房和城乡建设局');
INSERT INTO "letters" VALUES('158888ec48fbff5f40e1fcbc8f2d5d87',3,1,'cbd13796a3cbc4669edb196c7138db20','cbd13796a3cbc4669edb196c7138db20','acceptance_decision','','报备容错受理决定书','530125','宜良县纪委监委','530125','宜纪容〔2026〕2号','B4H9W-YC4AD','报备容错受理决定书','宜良县住房和城乡建设局：','你单位报备的“停工安置房分步复工交付(示例)”收悉。经审查，决定予以受理，列入容错事项备案库。
适用情形：民生工程
备案号：530125-B-2026-000001
有效期至：2027年4月24日
本决定书证明上述事项已经事前报备，可以作为日后容错认定的依据之一，但不等同于免责。
事项内容、风险点或者防控措施发生重大变化的，请及时重新报备。
（联系：容错纠错工作办公室，电话：0871-00000125）',1,'["yiliang.filer"]','["yiliang.filer"]','current','','','','c126c8bf89b2be7452ecd5b38a7121d46aafad04b0e3da35689896a104e2951d','7b7dc3be7e93f4e8f66a863eac507198c848036751d3033681c76a4e6dda0aa9','letter-158888ec48fbff5f40e1fcbc8f2d5d87-eb24f82e.pdf','letter-158888ec48fbff5f40e1fcbc8f2d5d87-eb24f82e.docx','','','2026-04-24T01:40:01.072149Z',NULL,'宜纪容(2026)2号
报备容错受理决定书
宜良县住房和城乡建设局:
宜纪容20262号
宜良县住房和城乡建设局');
INSERT INTO "letters" VALUES('1887f6993b048cebd65083ae5762e156',3,1,'f6eff76f2a272e9a8a8cc246c6100e07','f6eff76f2a272e9a8a8cc246c6100e07','meeting_minutes','','联席会议纪要','530127','嵩明县纪委监委','530127','嵩纪容纪要〔2026〕2号','K7AD7-DS3DY','容错认定联席会议纪要','','会议名称：容错认定联席会议:批而未供土地盘活手续容缺办理(示例)
会议时间：2026年4月28日
会议地点：会议室(示例)
出席：组织部成员、审计局成员、司法局成员、财政局成员、发展和改革局成员
一、审定结果
关于“批而未供土地盘活手续容缺办理(示例)”：认定结果——免责（免责5票）。
二、会议情况
会议研究了批而未供土地盘活手续容缺办理(示例)。(示例)
本纪要经出席成员依次会签。',1,'[]','[]','current','','','','8bda7ecbdca2f5e17a14665142a8a56e49c11ee983e6e0c5f6d1a0aebce316ab','36d644071c47e058cab9812922c07871072bdae31c113bb12ab1491a38d05a1a','letter-1887f6993b048cebd65083ae5762e156-9a8c930b.pdf','letter-1887f6993b048cebd65083ae5762e156-9a8c930b.docx','','','2026-04-28T06:00:02.484564Z',NULL,'嵩纪容纪要(2026)2号
容错认定联席会议纪要
嵩纪容纪要20262号');
INSERT INTO "letters" VALUES('bf82a9313cc54e7b2a4a608273f510b4',3,1,'4bc11130a984a77425a93623cd2b6018','4bc11130a984a77425a93623cd2b6018-1','determination_decision','decision','容错认定决定书','530127','嵩明县纪委监委','530127','嵩纪容〔2026〕4号','XNXCX-C623R','容错认定决定书','刘某：','本机关对杨桥街道办事处刘某“批而未供土地盘活手续容缺办理(示例)”一事进行了容错认定，现将决定告知如下。
一、基本情况
行为：手续未齐先行平整土地(示例)
行为时间：2026年3月2日至2026年3月20日
适用情形：化解历史遗留问题
事前报备：530127-2026-000001
二、认定结论
本事项经联席会议审定。
认定结论：免责
结果运用：不影响年度考核、评先评优和提拔任用。(示例)
三、认定理由
评估依据：“三个区分开来”
评估认为动机为公、程序有据、无私利,动机是化解历史遗留问题(示例)、程序经过集体决策(示例)、失误源于客观制约(示例)。(示例)
四、权利告知
对本决定不服的，可以在2026年5月28日前（含当日）向本机关提出申诉。申诉不会加重处理。
本决定于2026年4月28日作出。
（联系：容错纠错工作办公室，电话：0871-00000127）',1,'["songming.filer"]','["songming.filer"]','current','','','','96cb30e9ed15454f243d6a3cf053d6edf1a38e56a1dbef03dcce6f8745ccd019','2ac1e011fdcc66bf2d9d5ea3acf752c21435805239a654d5156838b498d2e078','letter-bf82a9313cc54e7b2a4a608273f510b4-bd26d7aa.pdf','letter-bf82a9313cc54e7b2a4a608273f510b4-bd26d7aa.docx','','','2026-04-28T07:00:01.872891Z',NULL,'嵩纪容(2026)4号
容错认定决定书
刘某:
嵩纪容20264号
刘某');
INSERT INTO "letters" VALUES('bc241de8c810dd3b5537d593edf27fd5',3,1,'c11deff376304522f8311ab9da843066','c11deff376304522f8311ab9da843066.1','supplement_request','','补正通知','530127','嵩明县纪委监委','530127','嵩纪容〔2026〕5号','6DFAB-QDEBG','补正通知','杨桥街道办事处：','你单位报备的“企业开办材料容缺受理(示例)”收悉。为了完成审查，请补充、更正下列内容：
请补充集体决策的会议纪要
请于2026年5月14日前补齐。补正期间，审查时限停止计算。
（联系：容错纠错工作办公室，电话：0871-00000127）',1,'["songming.filer"]','["songming.filer"]','current','','','','2748d7b6258a7edb9609c4690d4fb3fd1934595105b3a7da0eafff58501b64dd','d8c09d7ccc4613db9d002217ccb836d38bc5de7e6026bc0b0139fda217e74475','letter-bc241de8c810dd3b5537d593edf27fd5-c9bbce38.pdf','letter-bc241de8c810dd3b5537d593edf27fd5-c9bbce38.docx','','','2026-05-08T01:40:01.282413Z',NULL,'嵩纪容(2026)5号
补正通知
杨桥街道办事处:
嵩纪容20265号
杨桥街道办事处');
CREATE TABLE made_for (
	only INTEGER NOT NULL, 
	mode VARCHAR(32) NOT NULL, 
	PRIMARY KEY (only)
);
INSERT INTO "made_for" VALUES(1,'demonstration');
CREATE TABLE matters (
	id VARCHAR(64) NOT NULL, 
	content TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "matters" VALUES('4352f17600efd44a0286022b5060323d','{"apart":{"members":[],"officers":[],"units":[]},"early":[],"facts":{"division_code":"530127","filer_id":"songming.filer","number":"530127-2026-000001","organ_id":"530127","pack_id":"530127@2024-01-01.775cc1a2","parties":["songming.filer"],"situation":"legacy_problems","title":"批而未供土地盘活手续容缺办理(示例)","unit":"杨桥街道办事处"},"refusals":0,"supplements_asked":0}');
INSERT INTO "matters" VALUES('ccef80c06c327b4eb840365504792f33','{"apart":{"members":["songming.member1","songming.member2","songming.member3","songming.member4","songming.member5"],"officers":["songming.filer2"],"units":["嵩明县交通运输局"]},"early":[],"facts":null,"refusals":0,"supplements_asked":0}');
INSERT INTO "matters" VALUES('3bacbc190d0d996384626d89520d9a59','{"apart":{"members":["songming.member1","songming.member2","songming.member3","songming.member4","songming.member5"],"officers":["songming.filer2"],"units":["嵩明县交通运输局"]},"early":[],"facts":null,"refusals":0,"supplements_asked":0}');
INSERT INTO "matters" VALUES('2d8e05b0784ec2fdd2dcd9e6a9dcba99','{"apart":{"members":[],"officers":[],"units":[]},"early":[],"facts":{"division_code":"530127","filer_id":"songming.filer","number":"530127-2026-000002","organ_id":"530127","pack_id":"530127@2024-01-01.775cc1a2","parties":["songming.filer"],"situation":"legacy_problems","title":"老旧厂区盘活手续分步办理(示例)","unit":"杨桥街道办事处"},"refusals":0,"supplements_asked":0}');
INSERT INTO "matters" VALUES('b211c14a77780b40ae4c6cc2cb54ec93','{"apart":{"members":[],"officers":[],"units":[]},"early":[],"facts":{"division_code":"530125","filer_id":"yiliang.filer","number":"530125-2026-000001","organ_id":"530125","pack_id":"530125@2024-01-01.28543aeb","parties":["yiliang.filer"],"situation":"livelihood","title":"公租房日常维修资金拨付(示例)","unit":"宜良县住房和城乡建设局"},"refusals":1,"supplements_asked":0}');
INSERT INTO "matters" VALUES('cbd13796a3cbc4669edb196c7138db20','{"apart":{"members":[],"officers":[],"units":[]},"early":[],"facts":{"division_code":"530125","filer_id":"yiliang.filer","number":"530125-2026-000002","organ_id":"530125","pack_id":"530125@2024-01-01.28543aeb","parties":["yiliang.filer"],"situation":"livelihood","title":"停工安置房分步复工交付(示例)","unit":"宜良县住房和城乡建设局"},"refusals":0,"supplements_asked":0}');
INSERT INTO "matters" VALUES('46414d5320d0ddd0b79d36cac7cbdd0e','{"apart":{"members":[],"officers":[],"units":[]},"early":[],"facts":{"division_code":"530100","filer_id":"kunming.filer","number":"530100-2026-000001","organ_id":"530100","pack_id":"530100@2024-01-01.20423142","parties":["kunming.filer"],"situation":"investment","title":"产业园区配套设施分期建设(示例)","unit":"昆明市发展和改革委员会"},"refusals":0,"supplements_asked":0}');
INSERT INTO "matters" VALUES('4bc11130a984a77425a93623cd2b6018','{"apart":{"members":["songming.member1","songming.member2","songming.member3","songming.member4","songming.member5"],"officers":["songming.filer"],"units":["杨桥街道办事处"]},"early":[],"facts":null,"refusals":0,"supplements_asked":0}');
INSERT INTO "matters" VALUES('f6eff76f2a272e9a8a8cc246c6100e07','{"apart":{"members":["songming.member1","songming.member2","songming.member3","songming.member4","songming.member5"],"officers":["songming.filer"],"units":["杨桥街道办事处"]},"early":[],"facts":null,"refusals":0,"supplements_asked":0}');
INSERT INTO "matters" VALUES('c11deff376304522f8311ab9da843066','{"apart":{"members":[],"officers":[],"units":[]},"early":[],"facts":{"division_code":"530127","filer_id":"songming.filer","number":"530127-2026-000003","organ_id":"530127","pack_id":"530127@2024-01-01.775cc1a2","parties":["songming.filer"],"situation":"business_environment","title":"企业开办材料容缺受理(示例)","unit":"杨桥街道办事处"},"refusals":0,"supplements_asked":1}');
INSERT INTO "matters" VALUES('8ac661154d07e624972d0b7defa03907','{"apart":{"members":[],"officers":[],"units":[]},"early":[],"facts":{"division_code":"530127","filer_id":"songming.filer2","number":"530127-2026-000004","organ_id":"530127","pack_id":"530127@2024-01-01.775cc1a2","parties":["songming.filer2"],"situation":"project_construction","title":"农村公路安全提升先行施工(示例)","unit":"嵩明县交通运输局"},"refusals":0,"supplements_asked":0}');
INSERT INTO "matters" VALUES('805e40f2a4dc77a494597dcbcaeed464','{"apart":{"members":[],"officers":[],"units":[]},"early":[],"facts":{"division_code":"530127","filer_id":"songming.filer","number":"530127-2026-000005","organ_id":"530127","pack_id":"530127@2024-01-01.775cc1a2","parties":["songming.filer"],"situation":"livelihood","title":"安置小区供水管网应急改造(示例)","unit":"杨桥街道办事处"},"refusals":0,"supplements_asked":0}');
INSERT INTO "matters" VALUES('3b1d1a76e15e75b5ef33c5708d303719','{"apart":{"members":[],"officers":[],"units":[]},"early":[],"facts":{"division_code":"530125","filer_id":"yiliang.filer","number":"530125-2026-000003","organ_id":"530125","pack_id":"530125@2024-01-01.28543aeb","parties":["yiliang.filer"],"situation":"business_environment","title":"老旧小区加装电梯容缺办理(示例)","unit":"宜良县住房和城乡建设局"},"refusals":0,"supplements_asked":0}');
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
INSERT INTO "outbox" VALUES(1,'090a29d537d942598a7cfe5b3a307cf4','c428e8977c4128045adfcb7344685d0b',1,'documents.letter_issued.v1','documents','18f2e2ac5777470f8cec25450832f833','2026-03-23T01:30:00.190755Z','{"certificate":"95de13e7ebb6564efef81bb1fc7facac0979e12fa1489292c2be29ecfb181b78","issued_at":"2026-02-25T09:40:01.623623+08:00","letter_id":"c428e8977c4128045adfcb7344685d0b","letter_kind":"acceptance_decision","matter_id":"4352f17600efd44a0286022b5060323d","name":"报备容错受理决定书","number":"嵩纪容〔2026〕1号","organ_id":"530127","recipients":["songming.filer"],"replaces":""}','2026-04-08T01:50:01.863797Z',1);
INSERT INTO "outbox" VALUES(2,'9a91b3a1b84d40ae92d583a91d042eda','ba353c179b6890e8d9a25215067923cb',1,'documents.letter_issued.v1','documents','0cb8fe68f0924bdf8e8467e07aa53282','2026-04-14T07:00:00.311035Z','{"certificate":"95de13e7ebb6564efef81bb1fc7facac0979e12fa1489292c2be29ecfb181b78","issued_at":"2026-04-14T14:00:07.442415+08:00","letter_id":"ba353c179b6890e8d9a25215067923cb","letter_kind":"meeting_minutes","matter_id":"3bacbc190d0d996384626d89520d9a59","name":"联席会议纪要","number":"嵩纪容纪要〔2026〕1号","organ_id":"530127","recipients":[],"replaces":""}','2026-04-21T01:50:00.569903Z',1);
INSERT INTO "outbox" VALUES(3,'b47cb7ca1e0d431f9abbec7e0a3f7585','ba5f64be520199906e8a4e0664dcb0c6',1,'documents.letter_issued.v1','documents','0cb8fe68f0924bdf8e8467e07aa53282','2026-04-14T07:00:00.311035Z','{"certificate":"95de13e7ebb6564efef81bb1fc7facac0979e12fa1489292c2be29ecfb181b78","issued_at":"2026-04-14T15:00:00.327787+08:00","letter_id":"ba5f64be520199906e8a4e0664dcb0c6","letter_kind":"determination_decision","matter_id":"ccef80c06c327b4eb840365504792f33","name":"容错认定决定书","number":"嵩纪容〔2026〕2号","organ_id":"530127","recipients":["songming.filer2"],"replaces":""}','2026-04-21T02:00:00.709103Z',1);
INSERT INTO "outbox" VALUES(4,'88b1dc4693934502a3f145657ec02166','66221ea7dc49ace2fd4738b805b14cf3',1,'documents.letter_issued.v1','documents','707981c5a44b41afa90ed6aa8b9e1317','2026-04-22T01:50:00.133110Z','{"certificate":"95de13e7ebb6564efef81bb1fc7facac0979e12fa1489292c2be29ecfb181b78","issued_at":"2026-04-22T09:40:00.440240+08:00","letter_id":"66221ea7dc49ace2fd4738b805b14cf3","letter_kind":"acceptance_decision","matter_id":"2d8e05b0784ec2fdd2dcd9e6a9dcba99","name":"报备容错受理决定书","number":"嵩纪容〔2026〕3号","organ_id":"530127","recipients":["songming.filer"],"replaces":""}','2026-04-22T01:50:01.034766Z',1);
INSERT INTO "outbox" VALUES(5,'774ceee7b40d4016be7b6df7b31847ee','d32314a7dd8f7a97b488f451151c3589',1,'documents.letter_issued.v1','documents','c535626ac7394c3590e521e48058d69b','2026-04-24T01:40:00.075634Z','{"certificate":"b4128a36c35cc931e656296ec795cb1db9c6f64ba97121e60039ab74384653fc","issued_at":"2026-04-23T09:40:01.593678+08:00","letter_id":"d32314a7dd8f7a97b488f451151c3589","letter_kind":"rejection_decision","matter_id":"b211c14a77780b40ae4c6cc2cb54ec93","name":"不予受理决定书","number":"宜纪容〔2026〕1号","organ_id":"530125","recipients":["yiliang.filer"],"replaces":""}','2026-04-24T01:40:01.060731Z',1);
INSERT INTO "outbox" VALUES(6,'07b8db07f51e4befa182ecc37d8a2004','158888ec48fbff5f40e1fcbc8f2d5d87',1,'documents.letter_issued.v1','documents','b74164f95055409bb4c1808f2e6926af','2026-04-27T02:00:00.169265Z','{"certificate":"b4128a36c35cc931e656296ec795cb1db9c6f64ba97121e60039ab74384653fc","issued_at":"2026-04-24T09:40:01.072149+08:00","letter_id":"158888ec48fbff5f40e1fcbc8f2d5d87","letter_kind":"acceptance_decision","matter_id":"cbd13796a3cbc4669edb196c7138db20","name":"报备容错受理决定书","number":"宜纪容〔2026〕2号","organ_id":"530125","recipients":["yiliang.filer"],"replaces":""}','2026-04-28T01:40:00.315367Z',1);
INSERT INTO "outbox" VALUES(7,'259f7bd8de1a4565a69ea00a66ae3c1a','1887f6993b048cebd65083ae5762e156',1,'documents.letter_issued.v1','documents','2ef411bd01904392bc7a421d51f50bda','2026-04-28T07:00:00.394066Z','{"certificate":"95de13e7ebb6564efef81bb1fc7facac0979e12fa1489292c2be29ecfb181b78","issued_at":"2026-04-28T14:00:02.484564+08:00","letter_id":"1887f6993b048cebd65083ae5762e156","letter_kind":"meeting_minutes","matter_id":"f6eff76f2a272e9a8a8cc246c6100e07","name":"联席会议纪要","number":"嵩纪容纪要〔2026〕2号","organ_id":"530127","recipients":[],"replaces":""}','2026-04-28T07:00:01.672812Z',1);
INSERT INTO "outbox" VALUES(8,'97e56a0344cc4f3eb3a4d3d40a040139','bf82a9313cc54e7b2a4a608273f510b4',1,'documents.letter_issued.v1','documents','20d810eb7c8f48828e559c38577cc496','2026-04-29T01:50:00.341120Z','{"certificate":"95de13e7ebb6564efef81bb1fc7facac0979e12fa1489292c2be29ecfb181b78","issued_at":"2026-04-28T15:00:01.872891+08:00","letter_id":"bf82a9313cc54e7b2a4a608273f510b4","letter_kind":"determination_decision","matter_id":"4bc11130a984a77425a93623cd2b6018","name":"容错认定决定书","number":"嵩纪容〔2026〕4号","organ_id":"530127","recipients":["songming.filer"],"replaces":""}','2026-04-29T01:50:01.502229Z',1);
INSERT INTO "outbox" VALUES(9,'480030c3a21542bc9ec600ec20cd774d','bc241de8c810dd3b5537d593edf27fd5',1,'documents.letter_issued.v1','documents','504e93e0f6a1496d8ea6fca99bdbde56','2026-05-08T01:50:00.240746Z','{"certificate":"95de13e7ebb6564efef81bb1fc7facac0979e12fa1489292c2be29ecfb181b78","issued_at":"2026-05-08T09:40:01.282413+08:00","letter_id":"bc241de8c810dd3b5537d593edf27fd5","letter_kind":"supplement_request","matter_id":"c11deff376304522f8311ab9da843066","name":"补正通知","number":"嵩纪容〔2026〕5号","organ_id":"530127","recipients":["songming.filer"],"replaces":""}','2026-05-08T01:50:00.655070Z',1);
CREATE TABLE trial (
	only INTEGER NOT NULL, 
	piece BLOB NOT NULL, 
	PRIMARY KEY (only)
);
CREATE INDEX letters_docx ON letters (docx);
CREATE UNIQUE INDEX letters_one_current ON letters (decision_id, kind) WHERE standing = 'current';
CREATE INDEX letters_of_matter ON letters (matter_id, issued_at);
CREATE INDEX letters_pdf ON letters (pdf);
CREATE INDEX letters_unmade ON letters (issued_at) WHERE pdf = '';
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
INSERT INTO "sqlite_sequence" VALUES('outbox',9);
INSERT INTO "sqlite_sequence" VALUES('ledger',9);
COMMIT;
