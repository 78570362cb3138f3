/** The SHA-256 of {@link STYLE} in base64, for the page's policy. A spec holds the two together. */
export const STYLE_DIGEST = 'Y7IcaE8A3xbHxhlrJg7Se5K6gHaZyZ7pvYlR/5wtL1c=';

/** Few colours, and each means one thing: red slipped, amber could not be told, green holds. Never colour alone. */
export const STYLE: string = `
:root{color-scheme:light dark;--paper:#fbfaf8;--raised:#fff;--ink:#1d1f23;--soft:#5c6168;--line:#e3dfd8;--edge:#8d8a84;--stop:#b3261e;--stop-soft:#fbe9e7;--unsure:#855000;--unsure-soft:#fcf1dc;--good:#1d6b58;--good-soft:#dff0eb;--area-stop:#efb5af;--area-weak:#f7dcd8;--area-good:#bfdfd5;--mark:#8cc4b4;--focus:#1a5fb4}
@media (prefers-color-scheme:dark){:root{--paper:#141619;--raised:#1b1e22;--ink:#e9e7e3;--soft:#a6abb2;--line:#2f333a;--edge:#767c85;--stop:#ff958c;--stop-soft:#3b201f;--unsure:#f0c06a;--unsure-soft:#352a16;--good:#74cfb5;--good-soft:#17322b;--area-stop:#6f322f;--area-weak:#492a28;--area-good:#23493f;--mark:#357463;--focus:#8ab4f8}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:80rem;padding:2.5rem clamp(1rem,4vw,3rem) 3rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
p,ul,ol,dl,dd,figure,h1,h2,h3,h4{margin:0;padding:0}
p+p,p+ul,ul+p{margin-top:.5rem}
code,pre{font-family:ui-monospace,SFMono-Regular,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.92em}
small{font-size:.85em;color:var(--soft)}
a{color:inherit;text-decoration-color:var(--edge);text-underline-offset:.2em}
a:hover{text-decoration-color:currentcolor}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.soft{color:var(--soft)}
.none{color:var(--soft)}
.out{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--raised);border:1px solid var(--edge);border-radius:4px;z-index:1}
.skip:focus{top:1rem}
.eyebrow{font-size:.85rem;font-weight:600;letter-spacing:.04em;color:var(--soft)}
h1{font-size:clamp(1.2rem,2.6vw,1.6rem);line-height:1.3;font-weight:600;letter-spacing:-.01em}
h1 code{font-size:.94em}
h2{font-size:1.25rem;line-height:1.3;font-weight:600;letter-spacing:-.005em;margin-bottom:1rem}
h3{font-size:1rem;font-weight:600;margin:1.75rem 0 .5rem}
h4{font-size:1rem;font-weight:600}
h2+h3,figcaption h3,summary h3,.case>h3{margin-top:0}
header{margin-bottom:1.5rem}
nav{margin-bottom:1.5rem;font-size:.9rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem}
nav a{display:inline-block;padding:.2rem 0;color:var(--soft);text-decoration:none}
nav a:hover{color:var(--ink);text-decoration:underline}
section{margin-top:3rem;scroll-margin-top:1rem}
.standing{border-left:5px solid var(--edge);background:var(--raised);padding:1.1rem 1.4rem;border-radius:0 6px 6px 0}
.standing .says{font-size:1.25rem;font-weight:600;line-height:1.35}
.standing.stop{border-color:var(--stop);background:var(--stop-soft)}
.standing.good{border-color:var(--good);background:var(--good-soft)}
.standing.unsure{border-color:var(--unsure);background:var(--unsure-soft)}
.missing{margin-top:1rem;border:1px solid var(--unsure);border-left-width:5px;border-radius:0 6px 6px 0;padding:1.1rem 1.4rem}
.missing h2{color:var(--unsure);margin-bottom:.4rem;font-size:1.05rem}
.missing ul,.begin,main section>ul:not(.legend){padding-left:1.3rem}
.begin li{margin-top:.35rem}
.missing li{margin-top:.25rem}
.unknown{color:var(--unsure)}
.stopped{color:var(--stop)}
.inconclusive{color:var(--unsure)}
.clean{color:var(--good)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1.5rem;margin-top:2rem}
.figures>div{border-top:2px solid var(--line);padding-top:.6rem}
.figures .stop{border-color:var(--stop)}
.figures .unsure{border-color:var(--unsure)}
.figures dt{font-size:.85rem;color:var(--soft)}
.figures dd{font-size:.85rem;color:var(--soft)}
.figures .value{font-size:1.75rem;line-height:1.3;font-weight:600;color:var(--ink)}
.figures .stop .value{color:var(--stop)}
.figures .value .unknown{font-size:1.1rem;line-height:2.05rem;display:inline-block}
.days{list-style:none;margin:1rem 0 .75rem;display:grid;gap:.5rem}
.days>li{display:grid;grid-template-columns:6.5rem 1fr;gap:.75rem;align-items:start}
.day{font-size:.85rem;color:var(--soft);line-height:1.5rem}
.marks{list-style:none;display:flex;flex-wrap:wrap;align-items:flex-end;gap:.4rem 3px;min-height:1.5rem}
.mark{width:9px;height:10px;border-radius:2px;background:var(--mark);flex:none;forced-color-adjust:none}
.mark.full{height:22px}
.mark.stopped{background:var(--stop);width:13px}
.mark.inconclusive{background:none;border:2px solid var(--unsure);width:11px}
.few .marks{min-height:2rem;gap:.4rem 5px}.few .mark{width:18px;height:16px}.few .mark.full{height:32px}.few .day{line-height:2rem}
.mark a{display:block;width:100%;height:100%;border-radius:2px}
.marks .mark.stopped{position:relative}
.marks .mark.stopped a::after{content:"";position:absolute;inset:-7px -6px}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;font-size:.85rem;color:var(--soft)}
.legend li{display:flex;align-items:center;gap:.4rem}
.legend .mark{display:inline-block}
.legend .mark.clean.full{height:18px}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:2.5rem 2rem;margin-top:2.25rem}
.chart figcaption p{font-size:.9rem;color:var(--soft);min-height:2.8em}
.plot{display:grid;grid-template-columns:auto 1fr;gap:.5rem;height:13rem;margin-top:1rem}
.axis{width:3rem;height:100%;overflow:visible}
.axis text{font-size:.75rem;fill:var(--soft);text-anchor:end;dominant-baseline:central}
.drawn{width:100%;height:100%;border-left:1px solid var(--line);forced-color-adjust:none}
.drawn path{vector-effect:non-scaling-stroke;fill:none}
.drawn .rule{stroke:var(--line)}
.drawn .line{stroke:var(--ink);stroke-width:2}
.drawn .level{stroke:var(--edge);stroke-width:1.5;stroke-dasharray:5 4}
.drawn .worse{fill:var(--area-stop);shape-rendering:crispEdges}
.drawn .weaker{fill:var(--area-weak);shape-rendering:crispEdges}
.drawn .better{fill:var(--area-good);shape-rendering:crispEdges}
.drawn .blank{fill:var(--unsure-soft);shape-rendering:crispEdges}
.drawn .stops{stroke:var(--stop);stroke-width:2}
.drawn .hit{fill:transparent}
.drawn .hit:hover{fill:var(--ink);fill-opacity:.08}
.ends{display:flex;justify-content:space-between;margin:.3rem 0 .6rem 3.5rem;font-size:.75rem;color:var(--soft)}
.swatch{width:14px;height:10px;flex:none;forced-color-adjust:none}
.swatch.line{height:2px;background:var(--ink)}
.swatch.level{height:0;border-top:2px dashed var(--edge)}
.swatch.worse{background:var(--area-stop)}
.swatch.weaker{background:var(--area-weak);border:1px solid var(--area-stop)}
.swatch.better{background:var(--area-good)}
.swatch.blank{background:var(--unsure-soft);border:1px solid var(--unsure)}
.swatch.stops{width:2px;height:12px;background:var(--stop);margin:0 6px}
summary{cursor:pointer;padding:.35rem 0}
.checkpoints{margin-top:2rem;border-top:1px solid var(--line);padding-top:.5rem}
table{width:100%;border-collapse:collapse;margin-top:.5rem;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--line)}
thead th{font-size:.85rem;font-weight:600;color:var(--soft);white-space:nowrap}
tbody th{font-weight:400}
.checkpoints tbody th{white-space:nowrap}
.rows td,.rows th{min-width:8.5rem}
.small{width:auto;min-width:min(26rem,100%)}
.small th,.small td{padding-right:1.75rem}
.whole{white-space:nowrap}
.soft code{color:inherit}
.figure{text-align:right}thead .figure{text-align:right}
table .head{display:none}
.checkpoints small{display:block}
.filter{border:0;margin:.5rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.9rem}
.filter legend{float:left;padding:0;margin-right:1.25rem;color:var(--soft)}
.checkpoints:has(#show-stops:checked) tbody .clean.fast,.checkpoints:has(#show-stops:checked) tbody tr.clean.full,.checkpoints:has(#show-full:checked) tbody tr.fast{display:none}
tr.clean,tr.stopped,tr.inconclusive{color:inherit}
.case{margin-top:1.5rem;border:1px solid var(--line);border-radius:6px;background:var(--raised);padding:1.25rem 1.4rem;scroll-margin-top:1rem}
.case:target{border-color:var(--focus)}
details.case{padding:.35rem 1.4rem;margin-top:.5rem}
details.case[open]{padding-bottom:1.25rem}
summary .soft{font-size:.9rem;margin-left:.5rem}
summary h3{display:inline}
.state{display:inline-block;font-size:.8rem;font-weight:600;padding:.05rem .5rem;border-radius:1rem;border:1px solid var(--edge);color:var(--soft);margin-left:.35rem}
.state.open{border-color:var(--stop);color:var(--stop)}
.code+.soft{margin-bottom:.6rem;font-size:.92rem}
.reason{margin-top:1.25rem;padding-top:1.25rem;border-top:1px solid var(--line)}
.severity{font-size:.8rem;font-weight:600;color:var(--soft);margin-left:.35rem}
.severity.critical,.severity.high{color:var(--stop)}
.place{margin-top:.25rem}
.code{margin:.75rem 0;padding:.6rem 0;border:1px solid var(--line);border-radius:4px;background:var(--paper);font-size:.85rem;line-height:1.6;white-space:pre-wrap;tab-size:4}
.code>*{display:grid;grid-template-columns:3.4rem 1.4rem minmax(0,1fr);text-decoration:none;padding-right:.75rem}
.code code{font-size:1em}
.code .number{text-align:right;padding-right:.7rem;color:var(--soft);user-select:none}
.code .sign{user-select:none}
.code del{background:var(--stop-soft)}
.code ins{background:var(--good-soft)}
.advice{display:grid;grid-template-columns:3.4rem 1fr;gap:.3rem .75rem;font-size:.92rem}
.advice dt{color:var(--soft)}
.next{margin-top:1.25rem}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.9rem 1.5rem}
.facts dt{font-size:.85rem;color:var(--soft)}
footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.85rem;color:var(--soft)}
@media (min-width:70rem){body{display:grid;grid-template-columns:11rem minmax(0,1fr);column-gap:3rem;align-content:start}header,footer{grid-column:1/-1}nav{position:sticky;top:2rem;align-self:start}nav ul{display:grid;gap:.35rem}main{min-width:0}header+main{grid-column:1/-1}}
@media (max-width:40rem){body{padding-top:1.5rem}.standing,.missing,.case{padding-left:1rem;padding-right:1rem}.days>li{grid-template-columns:1fr;gap:.15rem}.figures{grid-template-columns:1fr 1fr;gap:1.25rem 1rem}table,tbody{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.rows tr{display:block;padding:.6rem 0;border-bottom:1px solid var(--line)}.rows th,.rows td{display:block;border:0;padding:.1rem 0;text-align:left}.rows td{display:grid;grid-template-columns:4.5rem minmax(0,1fr)}.rows .head{display:block;color:var(--soft)}.small{display:table;width:100%}.small tbody{display:table-row-group}.small thead{position:static;display:table-header-group;clip-path:none}.small th,.small td{padding-right:.75rem}.few .marks{min-height:1.5rem}.few .day{line-height:1.5rem}.checkpoints tr{display:grid;grid-template-columns:2.6rem 1fr 1fr;padding:.5rem 0;border-bottom:1px solid var(--line)}.checkpoints th,.checkpoints td{border:0;padding:.1rem .5rem .1rem 0}.checkpoints td:nth-child(n+4){grid-column:2/-1}.checkpoints td:nth-child(4):not([colspan])::before{content:"weighted "}.checkpoints td:nth-child(5)::before{content:"defences "}.checkpoints td:nth-child(6)::before{content:"suppressions "}.checkpoints td:nth-child(7)::before{content:"not examined "}.checkpoints td:nth-child(n+4)::before{color:var(--soft)}.checkpoints td:nth-child(n+4) small{display:inline}.code{font-size:.78rem}.code>*{grid-template-columns:2.4rem 1rem minmax(0,1fr)}.code .number{padding-right:.4rem}.facts{grid-template-columns:1fr 1fr}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media print{:root{color-scheme:light;--paper:#fff;--raised:#fff;--ink:#000;--soft:#444;--line:#ccc;--edge:#777;--stop:#a01a13;--stop-soft:#fbe9e7;--unsure:#6b4000;--unsure-soft:#fcf1dc;--good:#155343;--good-soft:#dff0eb;--area-stop:#efb5af;--area-weak:#f7dcd8;--area-good:#bfdfd5;--mark:#8cc4b4}body{display:block;padding:0;font-size:10pt;max-width:none}nav,.skip,.filter{display:none}details::details-content{content-visibility:visible;display:block;height:auto}.reason,.chart,tr,.code>*{break-inside:avoid}h2,h3,h4{break-after:avoid}.mark,.drawn,.swatch,.standing,.code>*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
