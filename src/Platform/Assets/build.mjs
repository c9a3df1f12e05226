// npm run build: scss and js in, ../wwwroot out. The results are committed, so that building the product needs no npm.
import { build } from "esbuild";
import { compile } from "sass";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const out = new URL("../wwwroot/", import.meta.url);
const css = compile("scss/app.scss", { style: "compressed", quietDeps: true, silenceDeprecations: ["import", "if-function"] }).css;
writeFileSync(new URL("app.css", out), css);
await build({ entryPoints: ["js/app.js"], bundle: true, minify: true, format: "esm", target: ["chrome86", "firefox90"], charset: "utf8", legalComments: "none", outfile: "../wwwroot/app.js" });
copyFileSync("node_modules/htmx.org/dist/htmx.min.js", new URL("htmx.js", out));

for (const name of ["app.css", "app.js", "htmx.js"])
  console.log(name, (gzipSync(readFileSync(new URL(name, out)), { level: 9 }).length / 1024).toFixed(1), "KB gzip");
