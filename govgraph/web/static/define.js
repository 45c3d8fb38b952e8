// The copy of d3 calls `define` with a function that fills an object: this is all of a module loader that it needs.
"use strict";
window.require = { defined: () => false };
window.define = (name, needs, make) => make((window.d3 = {}));
