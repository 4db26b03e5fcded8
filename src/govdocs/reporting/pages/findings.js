// Without this script the filters work too; it only hides headings that have nothing left below.
(function () {
  var filters = document.querySelectorAll("input.filter");
  function tidy() {
    document.querySelectorAll(".group").forEach(function (group) {
      group.hidden = false;
      var left = Array.prototype.some.call(
        group.querySelectorAll(".finding"),
        function (finding) { return finding.offsetParent !== null; }
      );
      group.hidden = !left;
    });
  }
  filters.forEach(function (filter) { filter.addEventListener("change", tidy); });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll(".group").forEach(function (group) { group.hidden = false; });
  });
  window.addEventListener("afterprint", tidy);
  tidy();
})();
