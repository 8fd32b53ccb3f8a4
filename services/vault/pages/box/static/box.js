// Small comforts; every page works without them.
document.addEventListener("DOMContentLoaded", () => {
  const leave = document.querySelector("[data-leave]");
  leave?.addEventListener("click", (event) => {
    event.preventDefault();
    location.replace(leave.href);    // the way back leads past this page
  });
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  let sending = false;
  document.addEventListener("submit", (event) => {
    if (sending) event.preventDefault();
    sending = true;
    setTimeout(() => { sending = false; }, 10000);    // no answer came
  });
  window.addEventListener("pageshow", () => { sending = false; });
  const zeros = (digest) => {
    let found = 0;
    for (const byte of digest) {
      found += Math.clz32(byte) - 24;
      if (byte) break;
    }
    return found;
  };
  const solve = async (proof) => {
    const { riddle, bits } = proof.dataset, encoder = new TextEncoder();
    for (let tried = 0; ; tried += 1) {
      const digest = await crypto.subtle.digest("SHA-256", encoder.encode(`${riddle}:${tried}`));
      if (zeros(new Uint8Array(digest)) < bits) continue;
      proof.value = tried;
      for (const line of document.querySelectorAll("[data-wait]")) line.hidden = true;
      return;
    }
  };
  const proof = document.querySelector("[data-riddle]");
  if (proof && !proof.value && window.crypto?.subtle) solve(proof);
});
