"""A text that bears the mark of a state secret is seen; one that speaks of secrets is not taken for one."""

import pytest

from rongcuo.texts.secrecy import marked_secret


@pytest.mark.parametrize("text", [
    "秘密★10年\n关于……的报告", "机密★", "绝密 ★ 长期", "绝 密★30年", "密级：机密", "密级: 秘密", "【绝密】",
    "前文\n机密\n后文", "★秘密", "秘密*5年", "(秘密)", "机密级★一年", "附件标注为秘密★"])
def test_a_mark_is_seen(text):
    assert marked_secret("无关", text)


@pytest.mark.parametrize("text", [
    "他泄露国家秘密和商业秘密", "请为我保守秘密。", "该局机密文件管理混乱，被人拿走", "这不是什么秘密",
    "秘密会见施工方", "5星★★★★★", "密级不明", "", "保密★"])
def test_who_only_speaks_of_secrets_is_heard(text):
    assert not marked_secret(text)
