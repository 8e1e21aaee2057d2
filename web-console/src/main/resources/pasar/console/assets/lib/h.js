// One door to Preact, so that no page names the library's address.
export { h, render, Fragment, Component, createContext, createRef } from '/vendor/preact.js';
export {
  useState, useEffect, useLayoutEffect, useMemo, useCallback, useRef, useReducer, useContext, useId,
} from '/vendor/preact-hooks.js';
