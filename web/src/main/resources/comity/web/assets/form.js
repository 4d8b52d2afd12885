// Keys of the wizard: Alt+S saves and goes back to the tasks, Alt+G goes to what is missing, Ctrl+Enter goes on.
(() => {
  "use strict";
  const click = (key) => {
    const target = document.querySelector('[data-key="' + key + '"]');
    if (target) target.click();
    return target;
  };
  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.code === "KeyS") { if (click("save")) event.preventDefault(); }
    else if (event.altKey && event.code === "KeyG") { location.hash = "gaps"; event.preventDefault(); }
    else if (event.ctrlKey && event.key === "Enter") { click("next"); }
  });
  const troubles = document.getElementById("troubles");
  if (troubles) troubles.focus();
})();
