/* Draws the charts that the page's data describe. */
(() => {
  "use strict";
  const root = document.documentElement;
  const charts = JSON.parse(document.getElementById("charts").textContent);
  const drawn = [];
  const color = name => getComputedStyle(root).getPropertyValue("--" + name).trim();
  const faint = (hex, share) => hex + Math.round(255 * share).toString(16).padStart(2, "0");

  const short = value => {
    const size = Math.abs(value);
    if (size >= 1e9) return +(value / 1e9).toPrecision(3) + " G";
    if (size >= 1e6) return +(value / 1e6).toPrecision(3) + " M";
    if (size >= 1e4) return +(value / 1e3).toPrecision(3) + " k";
    return String(+value.toPrecision(4));
  };
  const clock = seconds => {
    const two = n => String(n).padStart(2, "0");
    const s = Math.round(seconds);
    if (s < 120) return s + " s";
    return s < 7200 ? Math.floor(s / 60) + ":" + two(s % 60) : Math.floor(s / 3600) + ":" + two(Math.floor(s / 60) % 60) + " h";
  };
  const percent = x => +(100 * (1 - Math.pow(10, -x))).toFixed(Math.max(0, Math.ceil(x) - 1) || (x > 0 && x < 1 ? 1 : 0)) + " %";
  const horizontal = { seconds: clock, percentile: percent, number: value => String(value) };

  /* Vertical lines with their labels: where a repetition begins. */
  const marks = {
    id: "marks",
    beforeDatasetsDraw(chart, _, options) {
      const { ctx, chartArea: area, scales: { x } } = chart;
      ctx.save();
      ctx.strokeStyle = color("line");
      ctx.fillStyle = color("soft");
      ctx.font = "11px " + Chart.defaults.font.family;
      for (const mark of options.at || []) {
        const at = Math.round(x.getPixelForValue(mark.x)) + 0.5;
        ctx.beginPath();
        ctx.moveTo(at, area.top - 14);
        ctx.lineTo(at, area.bottom);
        ctx.stroke();
        ctx.fillText(mark.label, at + 4, area.top - 4);
      }
      ctx.restore();
    },
  };

  const dataset = (series, place) => {
    const paint = color(series.color);
    const style = series.style;
    const dots = style === "dots" || style === "crosses";
    const few = series.points.length < 3;
    return {
      type: style === "bars" ? "bar" : "line",
      label: series.label,
      data: series.points.map(([x, y]) => ({ x, y })),
      borderColor: paint,
      backgroundColor: style === "area" ? faint(paint, 0.15) : style === "bars" ? faint(paint, 0.8) : paint,
      borderWidth: style === "bars" ? 0 : style === "thin" ? 1 : 1.75,
      borderDash: style === "dashed" ? [5, 4] : [],
      fill: style === "area" ? "origin" : false,
      showLine: !dots,
      pointStyle: style === "crosses" ? "crossRot" : "circle",
      pointRadius: style === "crosses" ? 5.5 : dots ? 4.5 : few ? 2.5 : 0,
      pointBorderWidth: style === "crosses" ? 2 : 1,
      pointHoverRadius: dots ? 5 : 3,
      barPercentage: 1, categoryPercentage: 1,
      spanGaps: false,
      order: -place,
    };
  };

  const options = (spec, logarithmic) => {
    const soft = color("soft"), line = color("line");
    const ticks = { color: soft, maxRotation: 0, autoSkipPadding: 18, font: { size: 11 } };
    const text = horizontal[spec.horizontal];
    const last = Math.max(...spec.series.flatMap(s => s.points.map(p => p[0])));
    const x = {
      type: "linear", grid: { display: false }, border: { color: line },
      ticks: { ...ticks, callback: text, includeBounds: false }, offset: spec.horizontal === "number",
      min: spec.horizontal === "number" ? undefined : 0, max: last,
    };
    if (spec.horizontal === "percentile") {
      const at = [0, 50, 90, 99, 99.9, 99.99, 99.999, 99.9999].map(p => -Math.log10(1 - p / 100)).filter(v => v <= last);
      x.afterBuildTicks = axis => {
        const apart = 52 * last / Math.max(1, axis.width);
        const kept = at.reduceRight((later, value) => (later.length && later[0] - value < apart ? later : [value, ...later]), []);
        axis.ticks = kept.map(value => ({ value }));
      };
      x.ticks.autoSkip = false;
    }
    if (spec.horizontal === "number") x.ticks.precision = 0;
    const y = {
      type: logarithmic ? "logarithmic" : "linear", beginAtZero: !logarithmic, grace: logarithmic ? 0 : "4%",
      grid: { color: line, drawTicks: false }, border: { display: false },
      ticks: {
        ...ticks, padding: 6, maxTicksLimit: 7,
        callback(value) {
          const lead = value / Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
          return !logarithmic || [1, 2, 5].some(d => Math.abs(lead - d) < 1e-6) ? short(value) : "";
        },
      },
    };
    if (logarithmic) delete y.ticks.maxTicksLimit;
    return {
      animation: false, maintainAspectRatio: false, normalized: true, parsing: false,
      layout: { padding: { top: spec.marks.length ? 16 : 6, right: 10 } },
      interaction: { mode: spec.horizontal === "percentile" ? "nearest" : "index", axis: "x", intersect: false },
      scales: { x, y },
      plugins: {
        legend: { display: false }, marks: { at: spec.marks },
        tooltip: {
          backgroundColor: color("ink"), titleColor: color("paper"), bodyColor: color("paper"), boxWidth: 8, boxHeight: 8, padding: 8,
          filter: item => item.dataset.label !== "",
          callbacks: {
            title: items => (items.length ? text(items[0].parsed.x) : ""),
            label: item => item.dataset.label + "  " + short(item.parsed.y) + " " + spec.unit,
          },
        },
      },
    };
  };

  const paint = item => {
    item.chart.data.datasets = item.spec.series.map(dataset);
    item.chart.options = options(item.spec, item.logarithmic);
    item.chart.update("none");
  };

  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  for (const spec of charts) {
    const canvas = document.getElementById("chart-" + spec.id);
    const item = { spec, logarithmic: spec.logarithmic };
    item.chart = new Chart(canvas, { data: { datasets: spec.series.map(dataset) }, options: options(spec, spec.logarithmic), plugins: [marks] });
    drawn.push(item);
    const button = document.getElementById("axis-" + spec.id);
    if (button) {
      const name = () => { button.textContent = item.logarithmic ? "linear axis" : "logarithmic axis"; };
      button.hidden = false;
      button.addEventListener("click", () => { item.logarithmic = !item.logarithmic; name(); paint(item); });
      name();
    }
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach(paint));
  /* Paper is white and 182 mm wide, whatever the screen was. */
  const millimetre = 96 / 25.4;
  addEventListener("beforeprint", () => {
    root.classList.add("printing");
    for (const item of drawn) {
      paint(item);
      item.chart.options.devicePixelRatio = 2.5;
      const box = item.chart.canvas.closest(".small");
      item.chart.resize((box ? 86 : 182) * millimetre, (box ? 40 : 56) * millimetre);
    }
  });
  addEventListener("afterprint", () => {
    root.classList.remove("printing");
    for (const item of drawn) { paint(item); item.chart.resize(); }
  });
  root.dataset.drawn = drawn.length;
})();
