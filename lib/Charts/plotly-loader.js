(() => {
  // Unpacks the plotly.js that stands in this output, once for each page.
  const start = async () => {
    const packed = document.getElementById('course-plotly-gz');
    if (window.Plotly || window.coursePlotlyUnpacking || !packed) return;
    window.coursePlotlyUnpacking = true;
    const bytes = Uint8Array.from(atob(packed.textContent.trim()), one => one.charCodeAt(0));
    const code = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    const { define, module, exports } = window;
    window.define = window.module = window.exports = undefined;
    try {
      const script = document.createElement('script');
      script.textContent = code;
      document.head.append(script);
    } finally {
      Object.assign(window, { define, module, exports });
    }
  };
  start().catch(error => { console.error(error); });
  setTimeout(start, 500);
})();
