BEGIN TRANSACTION;
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
CREATE TABLE filing (
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	edits INTEGER NOT NULL, 
	state VARCHAR(30) NOT NULL, 
	state_since VARCHAR(27) NOT NULL, 
	number VARCHAR(96) NOT NULL, 
	register_number VARCHAR(96) NOT NULL, 
	organ_id VARCHAR(64) NOT NULL, 
	first_organ_id VARCHAR(64) NOT NULL, 
	division_code VARCHAR(6) NOT NULL, 
	filer_id VARCHAR(64) NOT NULL, 
	filer_name VARCHAR(200) NOT NULL, 
	unit VARCHAR(200) NOT NULL, 
	unit_key VARCHAR(200) NOT NULL, 
	pack_id VARCHAR(64) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	reasons TEXT NOT NULL, 
	whitelisted BOOLEAN NOT NULL, 
	may_be_whitelisted BOOLEAN NOT NULL, 
	drafted_at VARCHAR(27) NOT NULL, 
	submitted_at VARCHAR(27), 
	decided_at VARCHAR(27), 
	review_due_at VARCHAR(27), 
	review_due_provisional BOOLEAN NOT NULL, 
	supplement_due_at VARCHAR(27), 
	objection_until DATE, 
	valid_from DATE, 
	valid_until DATE, 
	content TEXT NOT NULL, 
	superseded TEXT NOT NULL, 
	recused TEXT NOT NULL, 
	void_by VARCHAR(96) NOT NULL, 
	void_because VARCHAR(2000) NOT NULL, 
	clock TEXT, 
	history TEXT NOT NULL, 
	matter_key VARCHAR(64), 
	title VARCHAR(200) NOT NULL, 
	situation VARCHAR(64) NOT NULL, 
	households INTEGER NOT NULL, 
	dated_at VARCHAR(27) NOT NULL, 
	sought TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (matter_key)
);
INSERT INTO "filing" VALUES('4352f17600efd44a0286022b5060323d',4,2,1,'accepted','2026-02-25T01:40:01.514985Z','530127-2026-000001','530127-B-2026-000001','530127','530127','530127','songming.filer','刘某','杨桥街道办事处','杨桥街道办事处','530127@2024-01-01.775cc1a2','426e7d6478e577afdcd539b638a9aff63d03957615c501c17fff2020cb084d79','',0,0,'2026-02-24T02:00:01.873724Z','2026-02-24T02:00:01.923881Z','2026-02-25T01:40:01.514985Z','2026-02-25T09:30:00.000000Z',0,NULL,NULL,'2026-02-25','2027-02-25','{"act_from":"2026-03-02","act_until":"2026-03-20","attachments":[],"beneficiaries":{"households":0,"people":0,"workers":0},"collective_decision":{"held_on":"2026-02-21","meeting":"班子会议(示例)","minutes":null,"participants":[]},"colour":"","description":"批而未供土地盘活手续容缺办理(示例)(示例说明)","follows":"","interests":[],"negative_answers":{"grave_accident":false,"knowing_violation":false,"political_discipline":false,"private_gain":false,"repeated_error":false},"no_private_gain":true,"policy_basis":"示例:上级政策尚无明确限制","remedy":"一旦出现偏差立即暂停并补办(示例)","risks":[{"measure":"设专人跟办,按周核对(示例)","risk":"手续先后衔接不上(示例)"}],"situation":"legacy_problems","situation_reason":"示例:本地清单未尽列举","title":"批而未供土地盘活手续容缺办理(示例)","valid_from":null,"valid_until":null}','[]',',','','','{"happenings":[],"limit":{"amount":1,"counts_start":false,"rolls":true,"source":{"checked":"2026-11-22","grade":"S","standing":"verified","text":"云南省容错纠错实践报道，2025-09-02(sft.yn.gov.cn/yfzs/Pages_4_8737.aspx)"},"unit":"workdays"},"started":"2026-02-24T10:00:01.923881+08:00"}','[{"actor_id":"songming.filer","actor_name":"刘某","at":"2026-02-24T10:00:01.923881+08:00","note":"","what":"submit"},{"actor_id":"songming.reviewer","actor_name":"赵清","at":"2026-02-25T09:40:01.514985+08:00","note":"动机为公,程序经集体决策,风险与防控措施明确,予以受理。","what":"accept"}]','5cf36538c4c23c74f50dc2dff0f5fa699f09c428366c15a084a1a9f2fd074fb5','批而未供土地盘活手续容缺办理(示例)','legacy_problems',0,'2026-02-24T02:00:01.923881Z','批而未供土地盘活手续容缺办理(示例)
530127-2026-000001
530127-b-2026-000001
杨桥街道办事处
刘某
批而未供土地盘活手续容缺办理示例
5301272026000001
530127b2026000001');
INSERT INTO "filing" VALUES('2d8e05b0784ec2fdd2dcd9e6a9dcba99',3,2,1,'accepted','2026-04-22T01:40:00.238887Z','530127-2026-000002','530127-B-2026-000002','530127','530127','530127','songming.filer','刘某','杨桥街道办事处','杨桥街道办事处','530127@2024-01-01.775cc1a2','2ce7388eab7cf4f750170544c87766932d394e07c191051b0bebf9e2b4446ec7','',0,0,'2026-04-21T02:00:00.519693Z','2026-04-21T02:00:00.554469Z','2026-04-22T01:40:00.238887Z','2026-04-22T09:30:00.000000Z',0,NULL,NULL,'2026-04-22','2027-04-22','{"act_from":null,"act_until":null,"attachments":[],"beneficiaries":{"households":0,"people":0,"workers":0},"collective_decision":{"held_on":"2026-04-18","meeting":"班子会议(示例)","minutes":null,"participants":[]},"colour":"","description":"老旧厂区盘活手续分步办理(示例)(示例说明)","follows":"","interests":[],"negative_answers":{"grave_accident":false,"knowing_violation":false,"political_discipline":false,"private_gain":false,"repeated_error":false},"no_private_gain":true,"policy_basis":"示例:上级政策尚无明确限制","remedy":"一旦出现偏差立即暂停并补办(示例)","risks":[{"measure":"设专人跟办,按周核对(示例)","risk":"手续先后衔接不上(示例)"}],"situation":"legacy_problems","situation_reason":"示例:本地清单未尽列举","title":"老旧厂区盘活手续分步办理(示例)","valid_from":null,"valid_until":null}','[]',',','','','{"happenings":[],"limit":{"amount":1,"counts_start":false,"rolls":true,"source":{"checked":"2026-11-22","grade":"S","standing":"verified","text":"云南省容错纠错实践报道，2025-09-02(sft.yn.gov.cn/yfzs/Pages_4_8737.aspx)"},"unit":"workdays"},"started":"2026-04-21T10:00:00.554469+08:00"}','[{"actor_id":"songming.filer","actor_name":"刘某","at":"2026-04-21T10:00:00.554469+08:00","note":"","what":"submit"},{"actor_id":"songming.reviewer","actor_name":"赵清","at":"2026-04-22T09:40:00.238887+08:00","note":"动机为公,程序经集体决策,风险与防控措施明确,予以受理。","what":"accept"}]','b4f85f3c5ae1b02f8f7a7081f4e3e7c808dc2a3dbe1fa20794f10067eecc9418','老旧厂区盘活手续分步办理(示例)','legacy_problems',0,'2026-04-21T02:00:00.554469Z','老旧厂区盘活手续分步办理(示例)
530127-2026-000002
530127-b-2026-000002
杨桥街道办事处
刘某
老旧厂区盘活手续分步办理示例
5301272026000002
530127b2026000002');
INSERT INTO "filing" VALUES('b211c14a77780b40ae4c6cc2cb54ec93',3,2,1,'declined','2026-04-23T01:40:01.418537Z','530125-2026-000001','','530125','530125','530125','yiliang.filer','李安','宜良县住房和城乡建设局','宜良县住房和城乡建设局','530125@2024-01-01.28543aeb','03d7e6de9543b14f654a92d2834ef2cb81bab4a635df1899f9e425a0d2b66d94','政策已有明确规定,按既有程序办理即可,不属于需要事前报备的探索性事项。',0,0,'2026-04-22T02:00:00.901984Z','2026-04-22T02:00:00.935952Z','2026-04-23T01:40:01.418537Z','2026-04-23T09:30:00.000000Z',0,NULL,'2026-05-11',NULL,NULL,'{"act_from":null,"act_until":null,"attachments":[],"beneficiaries":{"households":0,"people":0,"workers":0},"collective_decision":{"held_on":"2026-04-19","meeting":"班子会议(示例)","minutes":null,"participants":[]},"colour":"","description":"公租房日常维修资金拨付(示例)(示例说明)","follows":"","interests":[],"negative_answers":{"grave_accident":false,"knowing_violation":false,"political_discipline":false,"private_gain":false,"repeated_error":false},"no_private_gain":true,"policy_basis":"示例:上级政策尚无明确限制","remedy":"一旦出现偏差立即暂停并补办(示例)","risks":[{"measure":"设专人跟办,按周核对(示例)","risk":"手续先后衔接不上(示例)"}],"situation":"livelihood","situation_reason":"示例:本地清单未尽列举","title":"公租房日常维修资金拨付(示例)","valid_from":null,"valid_until":null}','[]',',','','','{"happenings":[],"limit":{"amount":1,"counts_start":false,"rolls":true,"source":{"checked":null,"grade":"S","standing":"illustrative","text":"示例：沿用嵩明县\"1个工作日初审\"的做法（云岭先锋网2025-09-02报道）"},"unit":"workdays"},"started":"2026-04-22T10:00:00.935952+08:00"}','[{"actor_id":"yiliang.filer","actor_name":"李安","at":"2026-04-22T10:00:00.935952+08:00","note":"","what":"submit"},{"actor_id":"yiliang.reviewer","actor_name":"周和","at":"2026-04-23T09:40:01.418537+08:00","note":"政策已有明确规定,按既有程序办理即可,不属于需要事前报备的探索性事项。","what":"decline"}]',NULL,'公租房日常维修资金拨付(示例)','livelihood',0,'2026-04-22T02:00:00.935952Z','公租房日常维修资金拨付(示例)
530125-2026-000001
宜良县住房和城乡建设局
李安
公租房日常维修资金拨付示例
5301252026000001');
INSERT INTO "filing" VALUES('cbd13796a3cbc4669edb196c7138db20',3,2,1,'accepted','2026-04-24T01:40:00.877151Z','530125-2026-000002','530125-B-2026-000001','530125','530125','530125','yiliang.filer','李安','宜良县住房和城乡建设局','宜良县住房和城乡建设局','530125@2024-01-01.28543aeb','79b1ab06aac8c47f15b5955782824b9d95ad32910d8f020a70e75a56f8c500ab','',1,1,'2026-04-23T02:00:00.013496Z','2026-04-23T02:00:00.060213Z','2026-04-24T01:40:00.877151Z','2026-04-24T09:30:00.000000Z',0,NULL,NULL,'2026-04-24','2027-04-24','{"act_from":null,"act_until":null,"attachments":[],"beneficiaries":{"households":120,"people":0,"workers":0},"collective_decision":{"held_on":"2026-04-20","meeting":"班子会议(示例)","minutes":null,"participants":[]},"colour":"","description":"停工安置房分步复工交付(示例)(示例说明)","follows":"","interests":[],"negative_answers":{"grave_accident":false,"knowing_violation":false,"political_discipline":false,"private_gain":false,"repeated_error":false},"no_private_gain":true,"policy_basis":"示例:上级政策尚无明确限制","remedy":"一旦出现偏差立即暂停并补办(示例)","risks":[{"measure":"设专人跟办,按周核对(示例)","risk":"手续先后衔接不上(示例)"}],"situation":"livelihood","situation_reason":"示例:本地清单未尽列举","title":"停工安置房分步复工交付(示例)","valid_from":null,"valid_until":null}','[]',',','','','{"happenings":[],"limit":{"amount":1,"counts_start":false,"rolls":true,"source":{"checked":null,"grade":"S","standing":"illustrative","text":"示例：沿用嵩明县\"1个工作日初审\"的做法（云岭先锋网2025-09-02报道）"},"unit":"workdays"},"started":"2026-04-23T10:00:00.060213+08:00"}','[{"actor_id":"yiliang.filer","actor_name":"李安","at":"2026-04-23T10:00:00.060213+08:00","note":"","what":"submit"},{"actor_id":"yiliang.reviewer","actor_name":"周和","at":"2026-04-24T09:40:00.877151+08:00","note":"动机为公,程序经集体决策,风险与防控措施明确,予以受理。","what":"accept"}]','2a66cd9ba5b53d0d571ff0b13d156ecb5c04a2fe00cb52211792143c246a2896','停工安置房分步复工交付(示例)','livelihood',120,'2026-04-23T02:00:00.060213Z','停工安置房分步复工交付(示例)
530125-2026-000002
530125-b-2026-000001
宜良县住房和城乡建设局
李安
停工安置房分步复工交付示例
5301252026000002
530125b2026000001');
INSERT INTO "filing" VALUES('46414d5320d0ddd0b79d36cac7cbdd0e',3,2,1,'withdrawn','2026-04-28T01:40:00.119784Z','530100-2026-000001','','530100','530100','530100','kunming.filer','杨帆','昆明市发展和改革委员会','昆明市发展和改革委员会','530100@2024-01-01.20423142','3913ce737b79edf10698bc3bb94ecdff2ac342687ffafbc84cb677e6eca3d92c','',0,0,'2026-04-27T02:00:00.710328Z','2026-04-27T02:00:00.945891Z',NULL,'2026-04-28T09:30:00.000000Z',0,NULL,NULL,NULL,NULL,'{"act_from":null,"act_until":null,"attachments":[],"beneficiaries":{"households":0,"people":0,"workers":0},"collective_decision":{"held_on":"2026-04-24","meeting":"班子会议(示例)","minutes":null,"participants":[]},"colour":"","description":"产业园区配套设施分期建设(示例)(示例说明)","follows":"","interests":[],"negative_answers":{"grave_accident":false,"knowing_violation":false,"political_discipline":false,"private_gain":false,"repeated_error":false},"no_private_gain":true,"policy_basis":"示例:上级政策尚无明确限制","remedy":"一旦出现偏差立即暂停并补办(示例)","risks":[{"measure":"设专人跟办,按周核对(示例)","risk":"手续先后衔接不上(示例)"}],"situation":"investment","situation_reason":"示例:本地清单未尽列举","title":"产业园区配套设施分期建设(示例)","valid_from":null,"valid_until":null}','[]',',','','','{"happenings":[],"limit":{"amount":1,"counts_start":false,"rolls":true,"source":{"checked":null,"grade":"S","standing":"illustrative","text":"示例：沿用嵩明县\"1个工作日初审\"的做法（云岭先锋网2025-09-02报道）"},"unit":"workdays"},"started":"2026-04-27T10:00:00.945891+08:00"}','[{"actor_id":"kunming.filer","actor_name":"杨帆","at":"2026-04-27T10:00:00.945891+08:00","note":"","what":"submit"},{"actor_id":"kunming.filer","actor_name":"杨帆","at":"2026-04-28T09:40:00.119784+08:00","note":"事项取消","what":"withdraw"}]',NULL,'产业园区配套设施分期建设(示例)','investment',0,'2026-04-27T02:00:00.945891Z','产业园区配套设施分期建设(示例)
530100-2026-000001
昆明市发展和改革委员会
杨帆
产业园区配套设施分期建设示例
5301002026000001');
INSERT INTO "filing" VALUES('c11deff376304522f8311ab9da843066',3,1,1,'supplement_requested','2026-05-08T01:40:01.215942Z','530127-2026-000003','','530127','530127','530127','songming.filer','刘某','杨桥街道办事处','杨桥街道办事处','530127@2024-01-01.775cc1a2','51f32a311427e45a87e02606662da8aa9cc9ec64fd3551a74567079c434c961f','请补充集体决策的会议纪要',0,0,'2026-05-07T02:00:00.633036Z','2026-05-07T02:00:00.680714Z',NULL,'2026-05-08T09:30:00.000000Z',0,'2026-05-14T09:30:00.000000Z',NULL,NULL,NULL,'{"act_from":null,"act_until":null,"attachments":[],"beneficiaries":{"households":0,"people":0,"workers":0},"collective_decision":{"held_on":"2026-05-04","meeting":"班子会议(示例)","minutes":null,"participants":[]},"colour":"","description":"企业开办材料容缺受理(示例)(示例说明)","follows":"","interests":[],"negative_answers":{"grave_accident":false,"knowing_violation":false,"political_discipline":false,"private_gain":false,"repeated_error":false},"no_private_gain":true,"policy_basis":"示例:上级政策尚无明确限制","remedy":"一旦出现偏差立即暂停并补办(示例)","risks":[{"measure":"设专人跟办,按周核对(示例)","risk":"手续先后衔接不上(示例)"}],"situation":"business_environment","situation_reason":"示例:本地清单未尽列举","title":"企业开办材料容缺受理(示例)","valid_from":null,"valid_until":null}','[]',',','','','{"happenings":[{"amount":0,"at":"2026-05-08T09:40:01.215942+08:00","kind":"suspended","reason":"request_supplement"}],"limit":{"amount":1,"counts_start":false,"rolls":true,"source":{"checked":"2026-11-22","grade":"S","standing":"verified","text":"云南省容错纠错实践报道，2025-09-02(sft.yn.gov.cn/yfzs/Pages_4_8737.aspx)"},"unit":"workdays"},"started":"2026-05-07T10:00:00.680714+08:00"}','[{"actor_id":"songming.filer","actor_name":"刘某","at":"2026-05-07T10:00:00.680714+08:00","note":"","what":"submit"},{"actor_id":"system","actor_name":"系统","at":"2026-05-08T09:40:01.215942+08:00","note":"请补充集体决策的会议纪要","what":"request_supplement"}]','37ad53c2356dd226f4f6c65376b86250e9a7330a5f146734062100f5a0d236a6','企业开办材料容缺受理(示例)','business_environment',0,'2026-05-07T02:00:00.680714Z','企业开办材料容缺受理(示例)
530127-2026-000003
杨桥街道办事处
刘某
企业开办材料容缺受理示例
5301272026000003');
INSERT INTO "filing" VALUES('8ac661154d07e624972d0b7defa03907',2,1,1,'submitted','2026-05-08T02:20:00.157922Z','530127-2026-000004','','530127','530127','530127','songming.filer2','高远','嵩明县交通运输局','嵩明县交通运输局','530127@2024-01-01.775cc1a2','2943915ad2a33c4359696c468109992a80399238f3a4a77906429408401f1b5d','',0,0,'2026-05-08T02:20:00.107221Z','2026-05-08T02:20:00.157922Z',NULL,'2026-05-09T09:30:00.000000Z',0,NULL,NULL,NULL,NULL,'{"act_from":null,"act_until":null,"attachments":[],"beneficiaries":{"households":0,"people":0,"workers":0},"collective_decision":{"held_on":"2026-05-05","meeting":"班子会议(示例)","minutes":null,"participants":[]},"colour":"","description":"农村公路安全提升先行施工(示例)(示例说明)","follows":"","interests":[],"negative_answers":{"grave_accident":false,"knowing_violation":false,"political_discipline":false,"private_gain":false,"repeated_error":false},"no_private_gain":true,"policy_basis":"示例:上级政策尚无明确限制","remedy":"一旦出现偏差立即暂停并补办(示例)","risks":[{"measure":"设专人跟办,按周核对(示例)","risk":"手续先后衔接不上(示例)"}],"situation":"project_construction","situation_reason":"示例:本地清单未尽列举","title":"农村公路安全提升先行施工(示例)","valid_from":null,"valid_until":null}','[]',',','','','{"happenings":[],"limit":{"amount":1,"counts_start":false,"rolls":true,"source":{"checked":"2026-11-22","grade":"S","standing":"verified","text":"云南省容错纠错实践报道，2025-09-02(sft.yn.gov.cn/yfzs/Pages_4_8737.aspx)"},"unit":"workdays"},"started":"2026-05-08T10:20:00.157922+08:00"}','[{"actor_id":"songming.filer2","actor_name":"高远","at":"2026-05-08T10:20:00.157922+08:00","note":"","what":"submit"}]','24c38b2d1e40cc7dd07f69b1e0a7bc3db1d1fc360e8311bddfeff6991e73b109','农村公路安全提升先行施工(示例)','project_construction',0,'2026-05-08T02:20:00.157922Z','农村公路安全提升先行施工(示例)
530127-2026-000004
嵩明县交通运输局
高远
农村公路安全提升先行施工示例
5301272026000004');
INSERT INTO "filing" VALUES('805e40f2a4dc77a494597dcbcaeed464',2,1,1,'submitted','2026-05-11T06:30:00.258136Z','530127-2026-000005','','530127','530127','530127','songming.filer','刘某','杨桥街道办事处','杨桥街道办事处','530127@2024-01-01.775cc1a2','3f8fce337a3f69bb08e133d83c518b33fea902afbfd6c35d0262c7db00387b04','',0,0,'2026-05-11T06:30:00.177682Z','2026-05-11T06:30:00.258136Z',NULL,'2026-05-12T09:30:00.000000Z',0,NULL,NULL,NULL,NULL,'{"act_from":null,"act_until":null,"attachments":[],"beneficiaries":{"households":0,"people":0,"workers":0},"collective_decision":{"held_on":"2026-05-08","meeting":"班子会议(示例)","minutes":null,"participants":[]},"colour":"","description":"安置小区供水管网应急改造(示例)(示例说明)","follows":"","interests":[],"negative_answers":{"grave_accident":false,"knowing_violation":false,"political_discipline":false,"private_gain":false,"repeated_error":false},"no_private_gain":true,"policy_basis":"示例:上级政策尚无明确限制","remedy":"一旦出现偏差立即暂停并补办(示例)","risks":[{"measure":"设专人跟办,按周核对(示例)","risk":"手续先后衔接不上(示例)"}],"situation":"livelihood","situation_reason":"示例:本地清单未尽列举","title":"安置小区供水管网应急改造(示例)","valid_from":null,"valid_until":null}','[]',',','','','{"happenings":[],"limit":{"amount":1,"counts_start":false,"rolls":true,"source":{"checked":"2026-11-22","grade":"S","standing":"verified","text":"云南省容错纠错实践报道，2025-09-02(sft.yn.gov.cn/yfzs/Pages_4_8737.aspx)"},"unit":"workdays"},"started":"2026-05-11T14:30:00.258136+08:00"}','[{"actor_id":"songming.filer","actor_name":"刘某","at":"2026-05-11T14:30:00.258136+08:00","note":"","what":"submit"}]','cd9441cdfb1bf78dae4271bec49a5214cf2932205365dc84cc60f47ee86b26bd','安置小区供水管网应急改造(示例)','livelihood',0,'2026-05-11T06:30:00.258136Z','安置小区供水管网应急改造(示例)
530127-2026-000005
杨桥街道办事处
刘某
安置小区供水管网应急改造示例
5301272026000005');
INSERT INTO "filing" VALUES('73263a156edb22ea38ae612151997853',1,0,1,'draft','2026-05-12T01:10:00.017918Z','','','530127','530127','530127','songming.filer','刘某','杨桥街道办事处','杨桥街道办事处','','','',0,0,'2026-05-12T01:10:00.017918Z',NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,'{"act_from":null,"act_until":null,"attachments":[],"beneficiaries":{"households":0,"people":0,"workers":0},"collective_decision":{"held_on":"2026-05-09","meeting":"班子会议(示例)","minutes":null,"participants":[]},"colour":"","description":"集镇闲置地块先行建设便民停车场(示例)(示例说明)","follows":"","interests":[],"negative_answers":{"grave_accident":false,"knowing_violation":false,"political_discipline":false,"private_gain":false,"repeated_error":false},"no_private_gain":true,"policy_basis":"示例:上级政策尚无明确限制","remedy":"一旦出现偏差立即暂停并补办(示例)","risks":[{"measure":"设专人跟办,按周核对(示例)","risk":"手续先后衔接不上(示例)"}],"situation":"livelihood","situation_reason":"示例:本地清单未尽列举","title":"集镇闲置地块先行建设便民停车场(示例)","valid_from":null,"valid_until":null}','[]',',','','',NULL,'[]',NULL,'集镇闲置地块先行建设便民停车场(示例)','livelihood',0,'2026-05-12T01:10:00.017918Z','集镇闲置地块先行建设便民停车场(示例)
杨桥街道办事处
刘某
集镇闲置地块先行建设便民停车场示例');
INSERT INTO "filing" VALUES('3b1d1a76e15e75b5ef33c5708d303719',2,1,1,'submitted','2026-05-12T01:15:00.063778Z','530125-2026-000003','','530125','530125','530125','yiliang.filer','李安','宜良县住房和城乡建设局','宜良县住房和城乡建设局','530125@2024-01-01.28543aeb','3cc9dd29bf3c8211c599e79769f89e9966e3c8fa385a91e58b9c4fec1837e169','',0,0,'2026-05-12T01:15:00.017134Z','2026-05-12T01:15:00.063778Z',NULL,'2026-05-13T09:30:00.000000Z',0,NULL,NULL,NULL,NULL,'{"act_from":null,"act_until":null,"attachments":[],"beneficiaries":{"households":0,"people":0,"workers":0},"collective_decision":{"held_on":"2026-05-09","meeting":"班子会议(示例)","minutes":null,"participants":[]},"colour":"","description":"老旧小区加装电梯容缺办理(示例)(示例说明)","follows":"","interests":[],"negative_answers":{"grave_accident":false,"knowing_violation":false,"political_discipline":false,"private_gain":false,"repeated_error":false},"no_private_gain":true,"policy_basis":"示例:上级政策尚无明确限制","remedy":"一旦出现偏差立即暂停并补办(示例)","risks":[{"measure":"设专人跟办,按周核对(示例)","risk":"手续先后衔接不上(示例)"}],"situation":"business_environment","situation_reason":"示例:本地清单未尽列举","title":"老旧小区加装电梯容缺办理(示例)","valid_from":null,"valid_until":null}','[]',',','','','{"happenings":[],"limit":{"amount":1,"counts_start":false,"rolls":true,"source":{"checked":null,"grade":"S","standing":"illustrative","text":"示例：沿用嵩明县\"1个工作日初审\"的做法（云岭先锋网2025-09-02报道）"},"unit":"workdays"},"started":"2026-05-12T09:15:00.063778+08:00"}','[{"actor_id":"yiliang.filer","actor_name":"李安","at":"2026-05-12T09:15:00.063778+08:00","note":"","what":"submit"}]','726401d32c1c60d4d0209bb42c9ed833a5d50c1bbcba68cc08c8567b9591839f','老旧小区加装电梯容缺办理(示例)','business_environment',0,'2026-05-12T01:15:00.063778Z','老旧小区加装电梯容缺办理(示例)
530125-2026-000003
宜良县住房和城乡建设局
李安
老旧小区加装电梯容缺办理示例
5301252026000003');
CREATE TABLE filing_counter (
	series VARCHAR(8) NOT NULL, 
	organ_id VARCHAR(64) NOT NULL, 
	year INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	PRIMARY KEY (series, organ_id, year)
);
INSERT INTO "filing_counter" VALUES('','530127',2026,5);
INSERT INTO "filing_counter" VALUES('B','530127',2026,2);
INSERT INTO "filing_counter" VALUES('','530125',2026,3);
INSERT INTO "filing_counter" VALUES('B','530125',2026,1);
INSERT INTO "filing_counter" VALUES('','530100',2026,1);
CREATE TABLE heard (
	consumer VARCHAR(128) NOT NULL, 
	subject VARCHAR(64) NOT NULL, 
	sequence BIGINT NOT NULL, 
	PRIMARY KEY (consumer, subject)
);
INSERT INTO "heard" VALUES('review.events--filing','4352f17600efd44a0286022b5060323d',3);
INSERT INTO "heard" VALUES('review.events--filing','ccef80c06c327b4eb840365504792f33',22);
INSERT INTO "heard" VALUES('review.events--filing','4bc11130a984a77425a93623cd2b6018',24);
INSERT INTO "heard" VALUES('review.events--filing','0fd7faf6c91ba1f229c47ca92770808e',1);
INSERT INTO "heard" VALUES('review.events--filing','3bacbc190d0d996384626d89520d9a59',16);
INSERT INTO "heard" VALUES('review.events--filing','b525326a3b1102c521e34e31d3e6cda4',20);
INSERT INTO "heard" VALUES('review.events--filing','2d8e05b0784ec2fdd2dcd9e6a9dcba99',3);
INSERT INTO "heard" VALUES('review.events--filing','d779256b952fa075a686a60526b6218d',3);
INSERT INTO "heard" VALUES('review.events--filing','b211c14a77780b40ae4c6cc2cb54ec93',3);
INSERT INTO "heard" VALUES('review.events--filing','cbd13796a3cbc4669edb196c7138db20',3);
INSERT INTO "heard" VALUES('review.events--filing','46414d5320d0ddd0b79d36cac7cbdd0e',2);
INSERT INTO "heard" VALUES('review.events--filing','f6eff76f2a272e9a8a8cc246c6100e07',16);
INSERT INTO "heard" VALUES('review.events--filing','c11deff376304522f8311ab9da843066',3);
INSERT INTO "heard" VALUES('review.events--filing','c4fb3a061202c172ebbe8197421f1c11',1);
INSERT INTO "heard" VALUES('review.events--filing','8ac661154d07e624972d0b7defa03907',1);
INSERT INTO "heard" VALUES('review.events--filing','805e40f2a4dc77a494597dcbcaeed464',2);
INSERT INTO "heard" VALUES('review.events--filing','3b1d1a76e15e75b5ef33c5708d303719',1);
CREATE TABLE hearers (
	queue VARCHAR(255) NOT NULL, 
	PRIMARY KEY (queue)
);
INSERT INTO "hearers" VALUES('filing.events--documents');
INSERT INTO "hearers" VALUES('filing.events--notify');
INSERT INTO "hearers" VALUES('filing.events--review');
CREATE TABLE inbox (
	consumer VARCHAR(128) NOT NULL, 
	event_id VARCHAR(64) NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (consumer, event_id)
);
INSERT INTO "inbox" VALUES('review.events--filing','365bcc0fcb494a5daf2989259fee9328','2026-02-25T01:40:00.060088Z');
INSERT INTO "inbox" VALUES('review.events--filing','e673b78f35bf45cf9daf86f6a682d3ca','2026-02-25T01:40:01.469462Z');
INSERT INTO "inbox" VALUES('review.events--filing','62e007e73061449094845290abec2720','2026-02-25T01:40:01.563885Z');
INSERT INTO "inbox" VALUES('review.events--filing','25a361f523554d4695b8e5eaa0764b07','2026-03-23T01:30:00.957632Z');
INSERT INTO "inbox" VALUES('review.events--filing','93cf169e66e94350b8d7a90066f4b522','2026-03-24T01:50:00.208364Z');
INSERT INTO "inbox" VALUES('review.events--filing','97cd715eb0b2497e932381ac29244eef','2026-03-24T01:50:00.414937Z');
INSERT INTO "inbox" VALUES('review.events--filing','c324a372365148ad80b37659e6cfae37','2026-04-07T01:30:00.164542Z');
INSERT INTO "inbox" VALUES('review.events--filing','3a245094938a4d3c9a8d36eac8f706df','2026-04-07T01:30:00.185457Z');
INSERT INTO "inbox" VALUES('review.events--filing','a9b8c22571b14e33a4c4941155b4c83f','2026-04-08T01:50:01.307447Z');
INSERT INTO "inbox" VALUES('review.events--filing','803ce42097b14c76a22e4bef4b9e1144','2026-04-08T01:50:01.509034Z');
INSERT INTO "inbox" VALUES('review.events--filing','0091361d2bd34f54912c053d582b182b','2026-04-08T01:50:01.713143Z');
INSERT INTO "inbox" VALUES('review.events--filing','94ce1abb565347d09e875a85968b9214','2026-04-08T01:50:01.808420Z');
INSERT INTO "inbox" VALUES('review.events--filing','f92576bb352645b98799ac96e99a910c','2026-04-08T01:50:01.959781Z');
INSERT INTO "inbox" VALUES('review.events--filing','d2dae3be527b4e3e9f84e3d405448f62','2026-04-08T01:50:02.603807Z');
INSERT INTO "inbox" VALUES('review.events--filing','12701207a6144c2da91c6664af97dc08','2026-04-08T01:50:02.922746Z');
INSERT INTO "inbox" VALUES('review.events--filing','756095cabd3a4c6783bda9e128edf5d7','2026-04-08T01:50:03.035174Z');
INSERT INTO "inbox" VALUES('review.events--filing','584f098b03694edc94e957836cc9a6c3','2026-04-08T01:50:03.142396Z');
INSERT INTO "inbox" VALUES('review.events--filing','711e73dd1da2433fa1bffceb31a90c8a','2026-04-08T01:50:03.248189Z');
INSERT INTO "inbox" VALUES('review.events--filing','7bfbb017a10541699f308c944839cade','2026-04-08T01:50:03.371871Z');
INSERT INTO "inbox" VALUES('review.events--filing','5aff9c8a60074c439398fe3632f11480','2026-04-08T01:50:03.484959Z');
INSERT INTO "inbox" VALUES('review.events--filing','17bc338a603b4ddd870c2cf8df89984a','2026-04-08T01:50:03.595360Z');
INSERT INTO "inbox" VALUES('review.events--filing','597fbfef49c0472ca5d6c4ca999c5a6b','2026-04-08T01:50:03.730164Z');
INSERT INTO "inbox" VALUES('review.events--filing','c5963d20f999480cbac6baed8618c76f','2026-04-08T01:50:03.838459Z');
INSERT INTO "inbox" VALUES('review.events--filing','e8b83218da664a3f91b9088a052c9775','2026-04-08T01:50:00.083756Z');
INSERT INTO "inbox" VALUES('review.events--filing','1bc69d7e8d7647639837091a19ea81c5','2026-04-08T01:50:00.172017Z');
INSERT INTO "inbox" VALUES('review.events--filing','62be5d1fd63341e4a63ad0172a600bc0','2026-04-14T06:00:04.735456Z');
INSERT INTO "inbox" VALUES('review.events--filing','7e25a98c924b4ec98bcbf8b594c4d4c7','2026-04-14T06:00:04.755323Z');
INSERT INTO "inbox" VALUES('review.events--filing','380a4722f602494f99be8a92e5b34ced','2026-04-14T06:00:05.051320Z');
INSERT INTO "inbox" VALUES('review.events--filing','6a2d808c94534b45b0bd55e146ac58a2','2026-04-14T06:00:05.243161Z');
INSERT INTO "inbox" VALUES('review.events--filing','bc33f245d78b46f7be83468951878108','2026-04-14T06:00:05.406001Z');
INSERT INTO "inbox" VALUES('review.events--filing','ee438fd0245641409800a4a75dcf5ecd','2026-04-14T06:00:05.607155Z');
INSERT INTO "inbox" VALUES('review.events--filing','2919478376a44a499ea3da6e2e1bf989','2026-04-14T06:00:05.786403Z');
INSERT INTO "inbox" VALUES('review.events--filing','da9b69e3a8c14763975257cfe78d88a1','2026-04-14T06:00:05.979153Z');
INSERT INTO "inbox" VALUES('review.events--filing','461fb5f97d7d4cf6804a80f925a22b14','2026-04-14T06:00:06.111323Z');
INSERT INTO "inbox" VALUES('review.events--filing','29a4b64553434672a5f29ca6b183fa2e','2026-04-14T06:00:06.307357Z');
INSERT INTO "inbox" VALUES('review.events--filing','8f33b280faa44b259bab22d38875f7bf','2026-04-14T06:00:06.439028Z');
INSERT INTO "inbox" VALUES('review.events--filing','57007c26e0df45ec9e86d357c6211313','2026-04-14T06:00:06.599448Z');
INSERT INTO "inbox" VALUES('review.events--filing','97ca476120c84518a65340b0c689cac9','2026-04-14T06:00:06.779490Z');
INSERT INTO "inbox" VALUES('review.events--filing','aea122cd74b04808897961da5a06812c','2026-04-14T06:00:06.951499Z');
INSERT INTO "inbox" VALUES('review.events--filing','4bf2ac8e22534cf095bbd484203d5bfc','2026-04-14T06:00:07.144513Z');
INSERT INTO "inbox" VALUES('review.events--filing','f36f85db9c8f4fbcbbfe2bdb2a413aed','2026-04-14T06:00:07.366635Z');
INSERT INTO "inbox" VALUES('review.events--filing','fea0025c761a4461940dc6a159e9fd3f','2026-04-14T06:00:07.384156Z');
INSERT INTO "inbox" VALUES('review.events--filing','3944113ee0ef46cb850e8fda16900d6e','2026-04-14T06:00:07.398827Z');
INSERT INTO "inbox" VALUES('review.events--filing','cdbe9325f71b465e98109c5d79a4988c','2026-04-14T07:00:00.329899Z');
INSERT INTO "inbox" VALUES('review.events--filing','bcb68faf4343438c9219091d1fb8e257','2026-04-20T01:30:00.398091Z');
INSERT INTO "inbox" VALUES('review.events--filing','ee2bd96db852452a92ff96790d539840','2026-04-21T01:50:00.336942Z');
INSERT INTO "inbox" VALUES('review.events--filing','7cf017180e5c4cf5bf48c0e94af00422','2026-04-21T01:50:00.549231Z');
INSERT INTO "inbox" VALUES('review.events--filing','2db8db798fc747a4852a71ef93040aec','2026-04-22T01:30:00.087364Z');
INSERT INTO "inbox" VALUES('review.events--filing','44695a654d6d467fb22f5e29d96bd7e6','2026-04-22T01:30:01.926699Z');
INSERT INTO "inbox" VALUES('review.events--filing','ab7a30bfdacb41bea79f6ca68a32627e','2026-04-22T01:40:00.172182Z');
INSERT INTO "inbox" VALUES('review.events--filing','531c404a518a4b41a1992f9e198279ac','2026-04-22T01:40:00.359848Z');
INSERT INTO "inbox" VALUES('review.events--filing','8c6cd4a670ef449dba7ecd75dc1c345a','2026-04-22T01:50:00.189155Z');
INSERT INTO "inbox" VALUES('review.events--filing','3ad0007bf425469facff383ae387de8f','2026-04-22T01:50:00.630425Z');
INSERT INTO "inbox" VALUES('review.events--filing','3afbbeb2fedb44d1a244c1fbcf23ae40','2026-04-22T01:50:00.808849Z');
INSERT INTO "inbox" VALUES('review.events--filing','7d77bdc0f10d42659d58496463c3189f','2026-04-22T01:50:00.944677Z');
INSERT INTO "inbox" VALUES('review.events--filing','d7c6a7e5ad6e4d2dbbd36300c665f687','2026-04-22T01:50:01.194591Z');
INSERT INTO "inbox" VALUES('review.events--filing','4f81dfe04c43433487d3f01ff7135ef6','2026-04-22T01:50:01.313091Z');
INSERT INTO "inbox" VALUES('review.events--filing','75ca3d40582a4750a34c6fb9e0cda862','2026-04-22T01:50:01.549862Z');
INSERT INTO "inbox" VALUES('review.events--filing','1c965048459c40b5867827577b551aa4','2026-04-22T01:50:01.656265Z');
INSERT INTO "inbox" VALUES('review.events--filing','daceddde47404acca108b33694808d9b','2026-04-22T01:50:01.856102Z');
INSERT INTO "inbox" VALUES('review.events--filing','5b6ff40b326f4503b5cdeac838af09e3','2026-04-22T01:50:02.025155Z');
INSERT INTO "inbox" VALUES('review.events--filing','0ca2eaeebe3845a1a362bc30b6aff9c8','2026-04-22T01:50:02.162414Z');
INSERT INTO "inbox" VALUES('review.events--filing','74bba49edb7f48edb1d586a42edfa036','2026-04-22T01:50:02.338329Z');
INSERT INTO "inbox" VALUES('review.events--filing','2f2e3a0b85d3498084a0d2e2ce508ed9','2026-04-22T01:50:02.496310Z');
INSERT INTO "inbox" VALUES('review.events--filing','6b3167c2a3b949f692518a5c81f7fd25','2026-04-22T01:50:02.649857Z');
INSERT INTO "inbox" VALUES('review.events--filing','f3262a2e80ea42a2ad8fea26b943e2ce','2026-04-22T01:50:02.788607Z');
INSERT INTO "inbox" VALUES('review.events--filing','5811828121764a5ebeb8d386fda03ed7','2026-04-22T01:50:02.953910Z');
INSERT INTO "inbox" VALUES('review.events--filing','1999abbf856a48909551a5d082fb3046','2026-04-22T01:50:03.165767Z');
INSERT INTO "inbox" VALUES('review.events--filing','156daf3c424b442cbd10867c204b3ad6','2026-04-22T01:50:03.348667Z');
INSERT INTO "inbox" VALUES('review.events--filing','24abe8d04d584d51a25dca534f8b3a81','2026-04-23T01:40:00.046564Z');
INSERT INTO "inbox" VALUES('review.events--filing','91783d6c8a56465bb03f33e9f24986f6','2026-04-23T01:40:01.310269Z');
INSERT INTO "inbox" VALUES('review.events--filing','0777472cda3b44e2b3f4bc8a80184696','2026-04-23T01:40:01.517256Z');
INSERT INTO "inbox" VALUES('review.events--filing','f900f6494a0247439d444e7f63203f93','2026-04-24T01:40:00.067888Z');
INSERT INTO "inbox" VALUES('review.events--filing','28f3459c74f841ada5ac1b1b7f51c7c3','2026-04-24T01:40:00.840815Z');
INSERT INTO "inbox" VALUES('review.events--filing','f5cd7b9e25c34a1fa3ad2ee3405e39d9','2026-04-24T01:40:00.994762Z');
INSERT INTO "inbox" VALUES('review.events--filing','b814dd8dab714806957b379acbae1304','2026-04-28T01:40:00.062854Z');
INSERT INTO "inbox" VALUES('review.events--filing','278bfcb7a3ce46b8a7c7605278e793d3','2026-04-28T01:40:00.372985Z');
INSERT INTO "inbox" VALUES('review.events--filing','9c68413ca8ba4288a4dce9142749c773','2026-04-28T06:00:00.209694Z');
INSERT INTO "inbox" VALUES('review.events--filing','9d92874dfdeb44219469b5b91104be36','2026-04-28T06:00:00.214331Z');
INSERT INTO "inbox" VALUES('review.events--filing','d396c75a1fb54283b4477bf3d110fd74','2026-04-28T06:00:00.388639Z');
INSERT INTO "inbox" VALUES('review.events--filing','ac85154a504442a7b19f21b1d5b43a06','2026-04-28T06:00:00.520890Z');
INSERT INTO "inbox" VALUES('review.events--filing','7fc3dfa9003e433a81d7b015fa94d248','2026-04-28T06:00:00.653194Z');
INSERT INTO "inbox" VALUES('review.events--filing','ab64c684a081427b9c54a79c98dc8686','2026-04-28T06:00:00.795016Z');
INSERT INTO "inbox" VALUES('review.events--filing','0ea3f820d9784353bee93faf0523d982','2026-04-28T06:00:00.950515Z');
INSERT INTO "inbox" VALUES('review.events--filing','0ae22656d26c4d42baf32849be01b1af','2026-04-28T06:00:01.078209Z');
INSERT INTO "inbox" VALUES('review.events--filing','3280eceaeafa4244a4ebac4338e7375f','2026-04-28T06:00:01.180773Z');
INSERT INTO "inbox" VALUES('review.events--filing','6bde99eb7ad64842a5385b404ccfe728','2026-04-28T06:00:01.282365Z');
INSERT INTO "inbox" VALUES('review.events--filing','e8f124cc43b64fc388e3d67c98c013bd','2026-04-28T06:00:01.366470Z');
INSERT INTO "inbox" VALUES('review.events--filing','e3189eaae1ec45d5a885e409c8d62520','2026-04-28T06:00:01.461984Z');
INSERT INTO "inbox" VALUES('review.events--filing','40b16ab611774cb7976676963deb838e','2026-04-28T06:00:01.635832Z');
INSERT INTO "inbox" VALUES('review.events--filing','5fa1196a1ad84d78a3f7366c94c7326e','2026-04-28T06:00:01.842722Z');
INSERT INTO "inbox" VALUES('review.events--filing','9523ac132c2949f3a0f3bfecd4acb860','2026-04-28T06:00:02.111900Z');
INSERT INTO "inbox" VALUES('review.events--filing','d983c1a4ab034b0aa8d777144eda14ff','2026-04-28T06:00:02.320705Z');
INSERT INTO "inbox" VALUES('review.events--filing','132400770ead434e94e497992902ed78','2026-04-28T06:00:02.383122Z');
INSERT INTO "inbox" VALUES('review.events--filing','3d7bee5f201f4d98a4ea8d1f8253226d','2026-04-28T06:00:02.391811Z');
INSERT INTO "inbox" VALUES('review.events--filing','922d390785794452a23a4aaf6b84d945','2026-04-28T07:00:01.882575Z');
INSERT INTO "inbox" VALUES('review.events--filing','762c3c77031144f59defef7575ce51ff','2026-04-29T01:50:01.406220Z');
INSERT INTO "inbox" VALUES('review.events--filing','7a5eeb288f284af4b1c8583318898519','2026-04-29T01:50:01.597530Z');
INSERT INTO "inbox" VALUES('review.events--filing','a7778fc172e749078e07efb042c1bd0c','2026-05-08T01:40:00.063134Z');
INSERT INTO "inbox" VALUES('review.events--filing','bf777405df42471fb942195939e68da0','2026-05-08T01:40:00.225984Z');
INSERT INTO "inbox" VALUES('review.events--filing','b7bc66f536c244ed8cd6ac5ad2a74ec6','2026-05-08T01:40:01.283439Z');
INSERT INTO "inbox" VALUES('review.events--filing','061fd57547de41d89f976bf167249d69','2026-05-08T01:50:00.327353Z');
INSERT INTO "inbox" VALUES('review.events--filing','02da61bc6bcf4e92abaa27d45611c3b9','2026-05-08T01:50:00.500505Z');
INSERT INTO "inbox" VALUES('review.events--filing','9313667e95a84f4f9ffd133d789b3f4a','2026-05-08T01:50:00.587980Z');
INSERT INTO "inbox" VALUES('review.events--filing','7f486c8c5e1e4c57a3d249a160d84e0d','2026-05-08T01:50:00.781685Z');
INSERT INTO "inbox" VALUES('review.events--filing','e990f174cd914bfa9b8aa211e86a8b69','2026-05-08T01:50:00.934136Z');
INSERT INTO "inbox" VALUES('review.events--filing','01b39b0501564e9ca41cb387f7b4c367','2026-05-08T01:50:01.064205Z');
INSERT INTO "inbox" VALUES('review.events--filing','8bc5509099434089a3ac2d087e13556f','2026-05-08T01:50:01.164215Z');
INSERT INTO "inbox" VALUES('review.events--filing','3052c873c67f4008876c144c0e5a5bd1','2026-05-08T01:50:02.078231Z');
INSERT INTO "inbox" VALUES('review.events--filing','9118bdac96b34b3c971aaab317d4a89e','2026-05-08T01:50:02.173979Z');
INSERT INTO "inbox" VALUES('review.events--filing','a47c3d73937a41339bdcb60451183bac','2026-05-08T01:50:02.365093Z');
INSERT INTO "inbox" VALUES('review.events--filing','55bd13ef075747db830f1cf4d474381d','2026-05-08T01:50:02.580973Z');
INSERT INTO "inbox" VALUES('review.events--filing','94f931a02b06409e9e180622d293fae5','2026-05-08T01:50:02.777705Z');
INSERT INTO "inbox" VALUES('review.events--filing','591df70c018b49329db7025c7444be67','2026-05-08T01:50:02.895371Z');
INSERT INTO "inbox" VALUES('review.events--filing','51fe0e1ea6604020aa4f58fdfabdf3d3','2026-05-08T01:50:03.059557Z');
INSERT INTO "inbox" VALUES('review.events--filing','8748a0cbb48d45818a8c7e7e1a7ea731','2026-05-08T01:50:03.169168Z');
INSERT INTO "inbox" VALUES('review.events--filing','b4f75485b781482a9369ee5007a00392','2026-05-08T01:50:04.183264Z');
INSERT INTO "inbox" VALUES('review.events--filing','626b98a64c4f48e0a7a278460b907c05','2026-05-08T01:50:04.523311Z');
INSERT INTO "inbox" VALUES('review.events--filing','e46d900f2c774423b8e0d0d9d7e1eb52','2026-05-08T02:00:00.174217Z');
INSERT INTO "inbox" VALUES('review.events--filing','28045fb4539441ac989a876d85e2a4d4','2026-05-08T02:00:00.181781Z');
INSERT INTO "inbox" VALUES('review.events--filing','cb3114cbafe740dd87ccf8fa461fa4f1','2026-05-11T06:30:00.061648Z');
INSERT INTO "inbox" VALUES('review.events--filing','1e279840c45a4eebb3e241499fce4eda','2026-05-12T01:00:00.032116Z');
INSERT INTO "inbox" VALUES('review.events--filing','eb2374d5231d4c37993c99426cb19655','2026-05-12T01:00:00.195791Z');
INSERT INTO "inbox" VALUES('review.events--filing','46396556fffb4d42ba01d54ab30b67c3','2026-05-12T01:30:00.117218Z');
CREATE TABLE ledger (
	line_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	seq BIGINT, 
	body TEXT NOT NULL, 
	leaf VARCHAR(64) NOT NULL, 
	salt VARCHAR(32) NOT NULL, 
	UNIQUE (seq)
);
INSERT INTO "ledger" VALUES(1,1,'{"actor":"songming.filer","at":"2026-02-24T10:00:01.873724+08:00","facts":{},"organ":"530127","role":"filer","service":"filing","subject":"4352f17600efd44a0286022b5060323d","what":"filing.drafted"}','56c961865de2134b2257932bdfd21b7aada9c2e586c82e9564f2208c443a68fb','602ca67120888a7bb82781b14fd2295c');
INSERT INTO "ledger" VALUES(2,2,'{"actor":"songming.filer","at":"2026-02-24T10:00:01.923881+08:00","event_id":"bb902d76c16541ac8fb882a1fdd78f67","organ":"530127","payload":"722b3f803b7a1f6babe5c0077d00f940898c78523cb91ce81cd1f4306527f668","role":"filer","sequence":1,"service":"filing","subject":"4352f17600efd44a0286022b5060323d","what":"filing.filing_submitted.v1"}','12ac6b4678f30e7c067f7f61da8c4ab74811b4808b4e95e03d4cb93ef642deb7','a3f6f67177dd56d894ea225c96cedd6c');
INSERT INTO "ledger" VALUES(3,3,'{"actor":"system","at":"2026-02-25T09:40:01.563885+08:00","event_id":"b3a9532908d748d596f8edb1b9e0a84d","organ":"","payload":"ef5f714e5230ede641082bbdf0d99904e77e3c91d6ccffebef24593f027750a2","role":"system","sequence":2,"service":"filing","subject":"4352f17600efd44a0286022b5060323d","what":"filing.filing_accepted.v1"}','e5d3e5e0fa882b5156554616cd9ebbcaa27a77ad98c163c9faf7b76b8b663c87','38d64e02de50b1e6b5806c0cc6fe5c82');
INSERT INTO "ledger" VALUES(4,4,'{"actor":"songming.filer","at":"2026-04-21T10:00:00.519693+08:00","facts":{},"organ":"530127","role":"filer","service":"filing","subject":"2d8e05b0784ec2fdd2dcd9e6a9dcba99","what":"filing.drafted"}','5502c07d825a7f104c185ef9e733b95f074637ba0ba771c1354af92acb0d9877','7df0fd86c8cebd302cf732f87154520c');
INSERT INTO "ledger" VALUES(5,5,'{"actor":"songming.filer","at":"2026-04-21T10:00:00.554469+08:00","event_id":"31987c56df0f4e29b07aaac13e1616b8","organ":"530127","payload":"40f2562e6747e2b523892e8e946baf63dc7abead5ebff732734fc698e72e0b7b","role":"filer","sequence":1,"service":"filing","subject":"2d8e05b0784ec2fdd2dcd9e6a9dcba99","what":"filing.filing_submitted.v1"}','3230d4e8c1dc1665a839a988eb4fd5ee56f5ac7bb06ee47cf4617647b0aa8171','7c700734e1853e69eff0542e0522e2f7');
INSERT INTO "ledger" VALUES(6,6,'{"actor":"system","at":"2026-04-22T09:40:00.359848+08:00","event_id":"9a342651efb2422ba3f50aba4e2ed472","organ":"","payload":"72c84affe9bd0de50e47392439ab073a9caaa5b433aa53be27ffb33d9e177e32","role":"system","sequence":2,"service":"filing","subject":"2d8e05b0784ec2fdd2dcd9e6a9dcba99","what":"filing.filing_accepted.v1"}','54b2b269225c96e89edf8fe444b980378c52b6b6995def7ce62ac2cd0036f857','660b2269c2015f1ab95e66934d8dd6af');
INSERT INTO "ledger" VALUES(7,7,'{"actor":"yiliang.filer","at":"2026-04-22T10:00:00.901984+08:00","facts":{},"organ":"530125","role":"filer","service":"filing","subject":"b211c14a77780b40ae4c6cc2cb54ec93","what":"filing.drafted"}','ffda2a7567b8b9a10807b0574f692f7c4cd3a09984f99eba6aee6831e1e87ef7','f8bb959168888d79408bed54d043deaf');
INSERT INTO "ledger" VALUES(8,8,'{"actor":"yiliang.filer","at":"2026-04-22T10:00:00.935952+08:00","event_id":"b25cd116188740ffa83b6740ff9b7df7","organ":"530125","payload":"2acc446524af1b4f6e2e94abd8670d52ab33905b2862444cb59b821713c80f8b","role":"filer","sequence":1,"service":"filing","subject":"b211c14a77780b40ae4c6cc2cb54ec93","what":"filing.filing_submitted.v1"}','7ebd971b51a330b7dd6da33fa02b725f0bbb03670b186f9d8e4f479d8050f674','6a790c0c067584a00d4a82e8aa591d90');
INSERT INTO "ledger" VALUES(9,9,'{"actor":"system","at":"2026-04-23T09:40:01.517256+08:00","event_id":"da6d970d38e34a7a9be039e013fba807","organ":"","payload":"325c2e2d7cd63261451a3e7a875aa596d01ab6d63e2b69d828ad4ec49010edc1","role":"system","sequence":2,"service":"filing","subject":"b211c14a77780b40ae4c6cc2cb54ec93","what":"filing.filing_declined.v1"}','0b6887d742d6927cb3d9112c18853b207280e081ebfa2e0b45debfe17e165349','c9be90f1a8a73531ed371d2edc11689d');
INSERT INTO "ledger" VALUES(10,10,'{"actor":"yiliang.filer","at":"2026-04-23T10:00:00.013496+08:00","facts":{},"organ":"530125","role":"filer","service":"filing","subject":"cbd13796a3cbc4669edb196c7138db20","what":"filing.drafted"}','794d9c71a52a5044eb2e68dcf905579bac6f2bc46fe5fdff7578c8f577c4f85f','cc3fff0df23f398f17bf7ca103dff0ba');
INSERT INTO "ledger" VALUES(11,11,'{"actor":"yiliang.filer","at":"2026-04-23T10:00:00.060213+08:00","event_id":"42b783ff06ad4deca87e857497c7d289","organ":"530125","payload":"037a644cc6ef642d0c8d89a4b6074f4382b1276f45c612d0676e0fff10765bef","role":"filer","sequence":1,"service":"filing","subject":"cbd13796a3cbc4669edb196c7138db20","what":"filing.filing_submitted.v1"}','b91954bcadc9a0921e42887a1a2a8a43ef7052bef5e2ac1d9332c35937b56b92','4d28b30266b053f554e4e7248a92c8f2');
INSERT INTO "ledger" VALUES(12,12,'{"actor":"system","at":"2026-04-24T09:40:00.994762+08:00","event_id":"b4e4c000775e40d1ade51f3232d5c098","organ":"","payload":"056ab4441449acfdaff0fc34560dea712de8a63c47abc1c0f2d4071ea1914a33","role":"system","sequence":2,"service":"filing","subject":"cbd13796a3cbc4669edb196c7138db20","what":"filing.filing_accepted.v1"}','bc51c7668f435c017a7efd29d993ff5782e6e599ac506f29f9c35b4820cad4c7','a7f5be3800677af485c2a7717bbb3779');
INSERT INTO "ledger" VALUES(13,13,'{"actor":"kunming.filer","at":"2026-04-27T10:00:00.710328+08:00","facts":{},"organ":"530100","role":"filer","service":"filing","subject":"46414d5320d0ddd0b79d36cac7cbdd0e","what":"filing.drafted"}','1d098d055dddef098f746f2744762766c82aed8f00c2e7b3c16d516e2e46756b','9d9d07ace56dfd278c326020448bcf00');
INSERT INTO "ledger" VALUES(14,14,'{"actor":"kunming.filer","at":"2026-04-27T10:00:00.945891+08:00","event_id":"e31255e9639047f8af3655047b497df8","organ":"530100","payload":"3a06fe7c820d00cdbf61727992a89e2d6b48e2a35853d9e54df18fbd0fca87f9","role":"filer","sequence":1,"service":"filing","subject":"46414d5320d0ddd0b79d36cac7cbdd0e","what":"filing.filing_submitted.v1"}','e38d9658dca475363985002fd319c00a371ae59ac2d144b2bf6955c2271d41d9','5fde7f9eb34f981924390eaff4ff8a72');
INSERT INTO "ledger" VALUES(15,15,'{"actor":"kunming.filer","at":"2026-04-28T09:40:00.119784+08:00","event_id":"956c58ea09844552aab6b32420febc27","organ":"530100","payload":"2e8f06eb6be2dd7ce788886b91da355ddbd4d124b68a594762a19d5d8d3b61f0","role":"filer","sequence":2,"service":"filing","subject":"46414d5320d0ddd0b79d36cac7cbdd0e","what":"filing.filing_withdrawn.v1"}','909718e3a1698e7280d38c33944b27a7c12ffbd3baede30e479d472f05c68c5e','3ef5a6c0cc1bdc88fc9821df3342242a');
INSERT INTO "ledger" VALUES(16,16,'{"actor":"songming.filer","at":"2026-05-07T10:00:00.633036+08:00","facts":{},"organ":"530127","role":"filer","service":"filing","subject":"c11deff376304522f8311ab9da843066","what":"filing.drafted"}','4beabbddce3811ab39aa637748fc778aff22a3df7181adb4f44d0c5cc045ed70','bf6ce415071ee7fbce74d8575e069013');
INSERT INTO "ledger" VALUES(17,17,'{"actor":"songming.filer","at":"2026-05-07T10:00:00.680714+08:00","event_id":"b15315866c5c4262b476251fed5af08d","organ":"530127","payload":"fbb996eedba23242ad29b14f5226763fa76ab934ed0fa5a149d46037ca32871a","role":"filer","sequence":1,"service":"filing","subject":"c11deff376304522f8311ab9da843066","what":"filing.filing_submitted.v1"}','4ee4d8ac659c1a41e6cd8d328cd0b3c7025a25a4e3794f63452f9b9256601aeb','2c2c433068fab342d08b14347300c4ab');
INSERT INTO "ledger" VALUES(18,NULL,'{"actor":"songming.filer2","at":"2026-05-08T10:20:00.107221+08:00","facts":{},"organ":"530127","role":"filer","service":"filing","subject":"8ac661154d07e624972d0b7defa03907","what":"filing.drafted"}','2a672632325f621024f77f4f2fd330d944029677f7fc74e392befb2c456c9382','0bdd8177d3868b1ce3322d6e9fe47805');
INSERT INTO "ledger" VALUES(19,NULL,'{"actor":"songming.filer2","at":"2026-05-08T10:20:00.157922+08:00","event_id":"eba351c3125a473d875bd80b92371a2e","organ":"530127","payload":"a5bfa825f9c0195a9871e8f29a7422e0387d343675c656c603355adc656d116c","role":"filer","sequence":1,"service":"filing","subject":"8ac661154d07e624972d0b7defa03907","what":"filing.filing_submitted.v1"}','141f91b61448aca1afee9005b070670f5fe70188d5f07387f7a37fb524101c9d','02e5d339ad4db372cdd8d38999dc9ef7');
INSERT INTO "ledger" VALUES(20,NULL,'{"actor":"songming.filer","at":"2026-05-11T14:30:00.177682+08:00","facts":{},"organ":"530127","role":"filer","service":"filing","subject":"805e40f2a4dc77a494597dcbcaeed464","what":"filing.drafted"}','d53d59b492d9f8cad8519a71415740eadfe2a849405adc75c77b4d6229e488ac','239b8c4a1c783768cf9dcd9ce0381c48');
INSERT INTO "ledger" VALUES(21,NULL,'{"actor":"songming.filer","at":"2026-05-11T14:30:00.258136+08:00","event_id":"87f4af2e6446475894a4c207308ec7a3","organ":"530127","payload":"f58200afd8420727a2ba56be31f46d5257c8e068aca092c657cb26ed08fd5a00","role":"filer","sequence":1,"service":"filing","subject":"805e40f2a4dc77a494597dcbcaeed464","what":"filing.filing_submitted.v1"}','8726debbf01f6beeca99c06f05b0bb139eed83267ad97c4cfd505d1534866c12','b6c77fb012c5b1e3fec93f4ced7cf389');
INSERT INTO "ledger" VALUES(22,NULL,'{"actor":"songming.filer","at":"2026-05-12T09:10:00.017918+08:00","facts":{},"organ":"530127","role":"filer","service":"filing","subject":"73263a156edb22ea38ae612151997853","what":"filing.drafted"}','fa98fe3bdc1d4170bb7f7c76e6296c815e5b6ac65972c48ddaebc25a923bbf2c','7260c1961b97f8989815566981e201dd');
INSERT INTO "ledger" VALUES(23,NULL,'{"actor":"yiliang.filer","at":"2026-05-12T09:15:00.017134+08:00","facts":{},"organ":"530125","role":"filer","service":"filing","subject":"3b1d1a76e15e75b5ef33c5708d303719","what":"filing.drafted"}','e446db59b107918889d1ba1552ddd7146264cb75bd619183a4e5518e17885f3d','901baae60061086701e331227aacebb2');
INSERT INTO "ledger" VALUES(24,NULL,'{"actor":"yiliang.filer","at":"2026-05-12T09:15:00.063778+08:00","event_id":"59c6f0d7f55343a99555b9ab43e8d9c3","organ":"530125","payload":"1ed295e0d8d6e024cf30254d0bb18be9fbeb9edbaa206df9fbea4d60fd3f9cda","role":"filer","sequence":1,"service":"filing","subject":"3b1d1a76e15e75b5ef33c5708d303719","what":"filing.filing_submitted.v1"}','37e52700a7a131501e02ac2cc19e58b7e378f91c72e6c1e9eead4fba504f4701','a1ac27e1ad8c579d729577cada1dd165');
CREATE TABLE ledger_checkpoints (
	size BIGINT NOT NULL, 
	note TEXT NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (size)
);
INSERT INTO "ledger_checkpoints" VALUES(2,'rongcuo.local/filing
2
trW7SKjlhvEJcntz5iijQS8I0BPGRLxQ4ejL7txF8i8=

— rongcuo.local/filing m8wK3Wht3NUzWpeI/NswzBl2MMu4o3fnFjoJj0TaJ4mxOdvxdVQkIOwprp3W4peWxTRW5zFn9SNvAJptbkZxgueDawc=
','2026-02-25T01:40:01.210886Z');
INSERT INTO "ledger_checkpoints" VALUES(3,'rongcuo.local/filing
3
toh56McBzVMdQkum1edzR+KAJmNtpI/PdfQIKWtSBGs=

— rongcuo.local/filing m8wK3dhyr2WjhS5ZmhP+eydcN8cKMh7biWZS8DYnsrxZ9Tq+KXcwVZj2duOv7cyLegjhrBOW3em9KIKVt8sZNB8a3wI=
','2026-04-08T01:50:02.521239Z');
INSERT INTO "ledger_checkpoints" VALUES(6,'rongcuo.local/filing
6
qk9+GeM2WYi0H1vBBzFJomqVu/M9BEi8PbSxF/BvlX8=

— rongcuo.local/filing m8wK3e2jWBRpZCKKrzHqKrLr1E+XvyqRvPcGapivCEDM9LJo2i0jU+/dK9qbwFc6q8Ljo1LkILZukPmwc2nUxPrNKwM=
','2026-04-22T01:50:01.380954Z');
INSERT INTO "ledger_checkpoints" VALUES(11,'rongcuo.local/filing
11
mVSDkSMyrTI1zo0sDEGnJNPc01OEu5SR6MeHdnQd8OM=

— rongcuo.local/filing m8wK3TR6teCGhkvOnESgQ3T8xRx0R1oiII8Fyk9Aiv9mpP1E5lckMEVHqDmna7jh3squ0ACF3oOEQ+46/Q7qsivH0Q0=
','2026-04-24T01:40:00.579015Z');
INSERT INTO "ledger_checkpoints" VALUES(15,'rongcuo.local/filing
15
ufrcThcQDQb8ydcPiLddFLj9+pvCdlNAqCqNl5cB5UU=

— rongcuo.local/filing m8wK3cRVfxq4Enq+84Z825rLKQM0ZYqHrpDinjqar3rjkOhyKXpx39WudvBvCRwSRf0MiHW0qQL+SdVisuGJWnF1Mgw=
','2026-04-28T07:00:00.279046Z');
INSERT INTO "ledger_checkpoints" VALUES(17,'rongcuo.local/filing
17
NmCIrUWDRycuqCO/8x/ad+L1mZjLQQkQ1SFdIh1DqTE=

— rongcuo.local/filing m8wK3fdNROfOR3oKyfwI0k0n6OBDIi6qH/UXMKkh6SDNdP5TKhX+YdarZwMp9xyuRLmjvxXBzPSWuM1zj3GSWHHmSwQ=
','2026-05-08T01:40:00.978827Z');
CREATE TABLE ledger_nodes (
	level INTEGER NOT NULL, 
	place BIGINT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	PRIMARY KEY (level, place)
);
INSERT INTO "ledger_nodes" VALUES(1,0,'b6b5bb48a8e586f109727b73e628a3412f08d013c644bc50e1e8cbeedc45f22f');
INSERT INTO "ledger_nodes" VALUES(1,1,'7537dae0514c8ed050832301909b4fe946e9c9414bedec36e4ba5abd8c04f737');
INSERT INTO "ledger_nodes" VALUES(1,2,'025520509ca4b556ba8d2076f4f77c9027d1b153af8b9212746908ab67f4a7a0');
INSERT INTO "ledger_nodes" VALUES(2,0,'1a7746a51ded11d8b1f7382312c0809508ce6f1bb34e344821f1c36323c3c077');
INSERT INTO "ledger_nodes" VALUES(1,3,'2087f32e99c5c27b91276f3d681ac42c1939b8a55c008f835572966c129bba03');
INSERT INTO "ledger_nodes" VALUES(1,4,'137bddec323128e353aa4408c87372946f96cd8f4188a45196152a80278777eb');
INSERT INTO "ledger_nodes" VALUES(2,1,'4920ed344a9d6f2bde4ca24644a1d76127b7233d9dcbc6ca47e20e07da1cdc50');
INSERT INTO "ledger_nodes" VALUES(3,0,'e1105e2b0119e469e9b7b876cf3b110b3fcd29ad8a9f3d3881f9e21a557aa204');
INSERT INTO "ledger_nodes" VALUES(1,5,'9e5bb3b60909843ac21a9ed01cbab71ed922b300b4c75cc9d8a1b6ca85955c85');
INSERT INTO "ledger_nodes" VALUES(1,6,'ffe172dba20f469181e1fa2915cea454b79441fc5eb6a7d6f8055934a0333d2d');
INSERT INTO "ledger_nodes" VALUES(2,2,'60bdacecda49cf42dbdcba49d88d9566369cdc01a1dbed728f6c09f6887fa0c3');
INSERT INTO "ledger_nodes" VALUES(1,7,'cb6d323151a2cdd4ae6d62c82778ad81a2b169ba1e2b006580190cd9b33f265f');
INSERT INTO "ledger_nodes" VALUES(2,3,'f6cc62518510b16319d371d9878c1b4c6546e6f7435529f999cbcef661433166');
INSERT INTO "ledger_nodes" VALUES(3,1,'360d873a878fd4438e6efb0aeb2210aa44caea8f0e4e542e52297d9b064d22bd');
INSERT INTO "ledger_nodes" VALUES(4,0,'fb9495acd21e37b2e6a9bab0866a889b8ef6a2b41edb992f934b6073a3cc4531');
CREATE TABLE ledger_subjects (
	seq BIGINT NOT NULL, 
	subject VARCHAR(255) NOT NULL, 
	what VARCHAR(128) NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "ledger_subjects" VALUES(1,'4352f17600efd44a0286022b5060323d','filing.drafted');
INSERT INTO "ledger_subjects" VALUES(2,'4352f17600efd44a0286022b5060323d','filing.filing_submitted.v1');
INSERT INTO "ledger_subjects" VALUES(3,'4352f17600efd44a0286022b5060323d','filing.filing_accepted.v1');
INSERT INTO "ledger_subjects" VALUES(4,'2d8e05b0784ec2fdd2dcd9e6a9dcba99','filing.drafted');
INSERT INTO "ledger_subjects" VALUES(5,'2d8e05b0784ec2fdd2dcd9e6a9dcba99','filing.filing_submitted.v1');
INSERT INTO "ledger_subjects" VALUES(6,'2d8e05b0784ec2fdd2dcd9e6a9dcba99','filing.filing_accepted.v1');
INSERT INTO "ledger_subjects" VALUES(7,'b211c14a77780b40ae4c6cc2cb54ec93','filing.drafted');
INSERT INTO "ledger_subjects" VALUES(8,'b211c14a77780b40ae4c6cc2cb54ec93','filing.filing_submitted.v1');
INSERT INTO "ledger_subjects" VALUES(9,'b211c14a77780b40ae4c6cc2cb54ec93','filing.filing_declined.v1');
INSERT INTO "ledger_subjects" VALUES(10,'cbd13796a3cbc4669edb196c7138db20','filing.drafted');
INSERT INTO "ledger_subjects" VALUES(11,'cbd13796a3cbc4669edb196c7138db20','filing.filing_submitted.v1');
INSERT INTO "ledger_subjects" VALUES(12,'cbd13796a3cbc4669edb196c7138db20','filing.filing_accepted.v1');
INSERT INTO "ledger_subjects" VALUES(13,'46414d5320d0ddd0b79d36cac7cbdd0e','filing.drafted');
INSERT INTO "ledger_subjects" VALUES(14,'46414d5320d0ddd0b79d36cac7cbdd0e','filing.filing_submitted.v1');
INSERT INTO "ledger_subjects" VALUES(15,'46414d5320d0ddd0b79d36cac7cbdd0e','filing.filing_withdrawn.v1');
INSERT INTO "ledger_subjects" VALUES(16,'c11deff376304522f8311ab9da843066','filing.drafted');
INSERT INTO "ledger_subjects" VALUES(17,'c11deff376304522f8311ab9da843066','filing.filing_submitted.v1');
CREATE TABLE made_for (
	only INTEGER NOT NULL, 
	mode VARCHAR(32) NOT NULL, 
	PRIMARY KEY (only)
);
INSERT INTO "made_for" VALUES(1,'demonstration');
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
INSERT INTO "outbox" VALUES(1,'bb902d76c16541ac8fb882a1fdd78f67','4352f17600efd44a0286022b5060323d',1,'filing.filing_submitted.v1','filing','e9c5f72e72dc4c7abe50dba394263868','2026-02-24T02:00:01.923881Z','{"colour":"","digest":"426e7d6478e577afdcd539b638a9aff63d03957615c501c17fff2020cb084d79","division_code":"530127","filer_id":"songming.filer","filer_name":"刘某","filing_id":"4352f17600efd44a0286022b5060323d","named":[],"named_in_words":[],"number":"530127-2026-000001","organ_id":"530127","pack_id":"530127@2024-01-01.775cc1a2","parties":["songming.filer"],"review_due_at":"2026-02-25T17:30:00+08:00","review_due_provisional":false,"situation":"legacy_problems","submitted_at":"2026-02-24T10:00:01.923881+08:00","title":"批而未供土地盘活手续容缺办理(示例)","unit":"杨桥街道办事处","valid_until":null,"validity_months":12}','2026-02-24T02:00:01.991301Z',1);
INSERT INTO "outbox" VALUES(2,'b3a9532908d748d596f8edb1b9e0a84d','4352f17600efd44a0286022b5060323d',2,'filing.filing_accepted.v1','filing','65c93634a50c4027ab1a41bd9c46b4f1','2026-02-25T01:40:01.563885Z','{"accepted_at":"2026-02-25T09:40:01.514985+08:00","division_code":"530127","filer_id":"songming.filer","filing_id":"4352f17600efd44a0286022b5060323d","number":"530127-2026-000001","organ_id":"530127","register_number":"530127-B-2026-000001","situation":"legacy_problems","title":"批而未供土地盘活手续容缺办理(示例)","valid_from":"2026-02-25","valid_until":"2027-02-25","whitelisted":false}','2026-02-25T01:40:01.595424Z',1);
INSERT INTO "outbox" VALUES(3,'31987c56df0f4e29b07aaac13e1616b8','2d8e05b0784ec2fdd2dcd9e6a9dcba99',1,'filing.filing_submitted.v1','filing','142a062e47e9458289182792f342997c','2026-04-21T02:00:00.554469Z','{"colour":"","digest":"2ce7388eab7cf4f750170544c87766932d394e07c191051b0bebf9e2b4446ec7","division_code":"530127","filer_id":"songming.filer","filer_name":"刘某","filing_id":"2d8e05b0784ec2fdd2dcd9e6a9dcba99","named":[],"named_in_words":[],"number":"530127-2026-000002","organ_id":"530127","pack_id":"530127@2024-01-01.775cc1a2","parties":["songming.filer"],"review_due_at":"2026-04-22T17:30:00+08:00","review_due_provisional":false,"situation":"legacy_problems","submitted_at":"2026-04-21T10:00:00.554469+08:00","title":"老旧厂区盘活手续分步办理(示例)","unit":"杨桥街道办事处","valid_until":null,"validity_months":12}','2026-04-21T02:00:00.588830Z',1);
INSERT INTO "outbox" VALUES(4,'9a342651efb2422ba3f50aba4e2ed472','2d8e05b0784ec2fdd2dcd9e6a9dcba99',2,'filing.filing_accepted.v1','filing','cd48267aa1a74b909f2c61d692ecf664','2026-04-22T01:40:00.359848Z','{"accepted_at":"2026-04-22T09:40:00.238887+08:00","division_code":"530127","filer_id":"songming.filer","filing_id":"2d8e05b0784ec2fdd2dcd9e6a9dcba99","number":"530127-2026-000002","organ_id":"530127","register_number":"530127-B-2026-000002","situation":"legacy_problems","title":"老旧厂区盘活手续分步办理(示例)","valid_from":"2026-04-22","valid_until":"2027-04-22","whitelisted":false}','2026-04-22T01:40:00.403561Z',1);
INSERT INTO "outbox" VALUES(5,'b25cd116188740ffa83b6740ff9b7df7','b211c14a77780b40ae4c6cc2cb54ec93',1,'filing.filing_submitted.v1','filing','f2a857475f454b95a10821d7b4de2189','2026-04-22T02:00:00.935952Z','{"colour":"","digest":"03d7e6de9543b14f654a92d2834ef2cb81bab4a635df1899f9e425a0d2b66d94","division_code":"530125","filer_id":"yiliang.filer","filer_name":"李安","filing_id":"b211c14a77780b40ae4c6cc2cb54ec93","named":[],"named_in_words":[],"number":"530125-2026-000001","organ_id":"530125","pack_id":"530125@2024-01-01.28543aeb","parties":["yiliang.filer"],"review_due_at":"2026-04-23T17:30:00+08:00","review_due_provisional":false,"situation":"livelihood","submitted_at":"2026-04-22T10:00:00.935952+08:00","title":"公租房日常维修资金拨付(示例)","unit":"宜良县住房和城乡建设局","valid_until":null,"validity_months":12}','2026-04-22T02:00:00.961011Z',1);
INSERT INTO "outbox" VALUES(6,'da6d970d38e34a7a9be039e013fba807','b211c14a77780b40ae4c6cc2cb54ec93',2,'filing.filing_declined.v1','filing','9503431ca1114fa2be89cb7beb4c712e','2026-04-23T01:40:01.517256Z','{"declined_at":"2026-04-23T09:40:01.418537+08:00","division_code":"530125","filer_id":"yiliang.filer","filing_id":"b211c14a77780b40ae4c6cc2cb54ec93","number":"530125-2026-000001","objection_until":"2026-05-11","organ_id":"530125","reasons":"政策已有明确规定,按既有程序办理即可,不属于需要事前报备的探索性事项。","title":"公租房日常维修资金拨付(示例)"}','2026-04-23T01:40:01.543924Z',1);
INSERT INTO "outbox" VALUES(7,'42b783ff06ad4deca87e857497c7d289','cbd13796a3cbc4669edb196c7138db20',1,'filing.filing_submitted.v1','filing','a2450ab3c3c443b7a6705f28577538f3','2026-04-23T02:00:00.060213Z','{"colour":"","digest":"79b1ab06aac8c47f15b5955782824b9d95ad32910d8f020a70e75a56f8c500ab","division_code":"530125","filer_id":"yiliang.filer","filer_name":"李安","filing_id":"cbd13796a3cbc4669edb196c7138db20","named":[],"named_in_words":[],"number":"530125-2026-000002","organ_id":"530125","pack_id":"530125@2024-01-01.28543aeb","parties":["yiliang.filer"],"review_due_at":"2026-04-24T17:30:00+08:00","review_due_provisional":false,"situation":"livelihood","submitted_at":"2026-04-23T10:00:00.060213+08:00","title":"停工安置房分步复工交付(示例)","unit":"宜良县住房和城乡建设局","valid_until":null,"validity_months":12}','2026-04-23T02:00:00.073484Z',1);
INSERT INTO "outbox" VALUES(8,'b4e4c000775e40d1ade51f3232d5c098','cbd13796a3cbc4669edb196c7138db20',2,'filing.filing_accepted.v1','filing','e9d8d2edddde42f9baa4869122b87b69','2026-04-24T01:40:00.994762Z','{"accepted_at":"2026-04-24T09:40:00.877151+08:00","division_code":"530125","filer_id":"yiliang.filer","filing_id":"cbd13796a3cbc4669edb196c7138db20","number":"530125-2026-000002","organ_id":"530125","register_number":"530125-B-2026-000001","situation":"livelihood","title":"停工安置房分步复工交付(示例)","valid_from":"2026-04-24","valid_until":"2027-04-24","whitelisted":true}','2026-04-24T01:40:01.018688Z',1);
INSERT INTO "outbox" VALUES(9,'e31255e9639047f8af3655047b497df8','46414d5320d0ddd0b79d36cac7cbdd0e',1,'filing.filing_submitted.v1','filing','ee37fde50bbd40b0b252ec4b5e00a8d2','2026-04-27T02:00:00.945891Z','{"colour":"","digest":"3913ce737b79edf10698bc3bb94ecdff2ac342687ffafbc84cb677e6eca3d92c","division_code":"530100","filer_id":"kunming.filer","filer_name":"杨帆","filing_id":"46414d5320d0ddd0b79d36cac7cbdd0e","named":[],"named_in_words":[],"number":"530100-2026-000001","organ_id":"530100","pack_id":"530100@2024-01-01.20423142","parties":["kunming.filer"],"review_due_at":"2026-04-28T17:30:00+08:00","review_due_provisional":false,"situation":"investment","submitted_at":"2026-04-27T10:00:00.945891+08:00","title":"产业园区配套设施分期建设(示例)","unit":"昆明市发展和改革委员会","valid_until":null,"validity_months":12}','2026-04-27T02:00:01.014363Z',1);
INSERT INTO "outbox" VALUES(10,'956c58ea09844552aab6b32420febc27','46414d5320d0ddd0b79d36cac7cbdd0e',2,'filing.filing_withdrawn.v1','filing','01ca224267074d2fa545137df8ca747d','2026-04-28T01:40:00.119784Z','{"filer_id":"kunming.filer","filing_id":"46414d5320d0ddd0b79d36cac7cbdd0e","number":"530100-2026-000001","organ_id":"530100","reason":"事项取消","withdrawn_at":"2026-04-28T09:40:00.119784+08:00"}','2026-04-28T01:40:00.135016Z',1);
INSERT INTO "outbox" VALUES(11,'b15315866c5c4262b476251fed5af08d','c11deff376304522f8311ab9da843066',1,'filing.filing_submitted.v1','filing','d5017fe1eb594a23b2389c4222322366','2026-05-07T02:00:00.680714Z','{"colour":"","digest":"51f32a311427e45a87e02606662da8aa9cc9ec64fd3551a74567079c434c961f","division_code":"530127","filer_id":"songming.filer","filer_name":"刘某","filing_id":"c11deff376304522f8311ab9da843066","named":[],"named_in_words":[],"number":"530127-2026-000003","organ_id":"530127","pack_id":"530127@2024-01-01.775cc1a2","parties":["songming.filer"],"review_due_at":"2026-05-08T17:30:00+08:00","review_due_provisional":false,"situation":"business_environment","submitted_at":"2026-05-07T10:00:00.680714+08:00","title":"企业开办材料容缺受理(示例)","unit":"杨桥街道办事处","valid_until":null,"validity_months":12}','2026-05-07T02:00:00.720426Z',1);
INSERT INTO "outbox" VALUES(12,'eba351c3125a473d875bd80b92371a2e','8ac661154d07e624972d0b7defa03907',1,'filing.filing_submitted.v1','filing','2b1e15c01a834e3196b99ced621c86d3','2026-05-08T02:20:00.157922Z','{"colour":"","digest":"2943915ad2a33c4359696c468109992a80399238f3a4a77906429408401f1b5d","division_code":"530127","filer_id":"songming.filer2","filer_name":"高远","filing_id":"8ac661154d07e624972d0b7defa03907","named":[],"named_in_words":[],"number":"530127-2026-000004","organ_id":"530127","pack_id":"530127@2024-01-01.775cc1a2","parties":["songming.filer2"],"review_due_at":"2026-05-09T17:30:00+08:00","review_due_provisional":false,"situation":"project_construction","submitted_at":"2026-05-08T10:20:00.157922+08:00","title":"农村公路安全提升先行施工(示例)","unit":"嵩明县交通运输局","valid_until":null,"validity_months":12}','2026-05-08T02:20:00.260171Z',1);
INSERT INTO "outbox" VALUES(13,'87f4af2e6446475894a4c207308ec7a3','805e40f2a4dc77a494597dcbcaeed464',1,'filing.filing_submitted.v1','filing','32c9f37fe8534511b9b25a5506b77f0d','2026-05-11T06:30:00.258136Z','{"colour":"","digest":"3f8fce337a3f69bb08e133d83c518b33fea902afbfd6c35d0262c7db00387b04","division_code":"530127","filer_id":"songming.filer","filer_name":"刘某","filing_id":"805e40f2a4dc77a494597dcbcaeed464","named":[],"named_in_words":[],"number":"530127-2026-000005","organ_id":"530127","pack_id":"530127@2024-01-01.775cc1a2","parties":["songming.filer"],"review_due_at":"2026-05-12T17:30:00+08:00","review_due_provisional":false,"situation":"livelihood","submitted_at":"2026-05-11T14:30:00.258136+08:00","title":"安置小区供水管网应急改造(示例)","unit":"杨桥街道办事处","valid_until":null,"validity_months":12}','2026-05-11T06:30:00.297659Z',1);
INSERT INTO "outbox" VALUES(14,'59c6f0d7f55343a99555b9ab43e8d9c3','3b1d1a76e15e75b5ef33c5708d303719',1,'filing.filing_submitted.v1','filing','14b872862cfa439bb0ef64db0dc4612d','2026-05-12T01:15:00.063778Z','{"colour":"","digest":"3cc9dd29bf3c8211c599e79769f89e9966e3c8fa385a91e58b9c4fec1837e169","division_code":"530125","filer_id":"yiliang.filer","filer_name":"李安","filing_id":"3b1d1a76e15e75b5ef33c5708d303719","named":[],"named_in_words":[],"number":"530125-2026-000003","organ_id":"530125","pack_id":"530125@2024-01-01.28543aeb","parties":["yiliang.filer"],"review_due_at":"2026-05-13T17:30:00+08:00","review_due_provisional":false,"situation":"business_environment","submitted_at":"2026-05-12T09:15:00.063778+08:00","title":"老旧小区加装电梯容缺办理(示例)","unit":"宜良县住房和城乡建设局","valid_until":null,"validity_months":12}','2026-05-12T01:15:00.104767Z',1);
CREATE TABLE trial (
	only INTEGER NOT NULL, 
	piece BLOB NOT NULL, 
	PRIMARY KEY (only)
);
CREATE INDEX filing_dated ON filing (dated_at, id);
CREATE INDEX ix_filing_pack_id ON filing (pack_id);
CREATE INDEX filing_in_state ON filing (state, id);
CREATE INDEX filing_valid_until ON filing (state, valid_until);
CREATE INDEX filing_of_organ ON filing (organ_id, dated_at, id);
CREATE INDEX filing_of_division ON filing (division_code, dated_at, id);
CREATE UNIQUE INDEX filing_register_number ON filing (register_number) WHERE register_number != '';
CREATE INDEX filing_of_filer ON filing (filer_id, dated_at, id);
CREATE UNIQUE INDEX filing_number ON filing (number) WHERE number != '';
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
INSERT INTO "sqlite_sequence" VALUES('ledger',24);
INSERT INTO "sqlite_sequence" VALUES('outbox',14);
COMMIT;
