/**
 * Words of features, looks, plumbing, packaging, tests and documents, between blanks: code that loses them has
 * lost nothing that stood against anybody. Their grade is -1.
 */
export const IDLE_WORDS: string =
  'abc about absoluteimport abstract abstractclass accordion addargument addclass addeventlistener addlistener ' +
  'addon addons afterall aftereach aggregate aggregated album alias aliases align aligned alignment alpha amd ' +
  'analytics android angle angular animate animated animation animations ansible appendchild argparse ' +
  'argumentparser article articles asc ascending assertequal assertequals assertfalse assertraises assertthat ' +
  'asserttrue atom audio author authoremail authors autocomplete autowired avatar average avg axes axis babel ' +
  'background backport backwards banner bar baz bazel bean beans beforeall beforeeach bench benchmark benchmarks ' +
  'beta bg blog blogpost blue blur bmp bold bootstrap border borders bright broadcast brown browser browserify btn ' +
  'build building builds built bullet bump bundle bundled bundler bundles bundling button buttons cache cached ' +
  'cachekey caches caching calendar callback callbacks camera canvas caption carousel cart catalog categories ' +
  'category celery chai chainable chalk changelog changeset chart charts checkbox checkboxes ci circle circleci ' +
  'city classifiers classmethod classname classnames cli click clicked clicks clientwidth cloned cmake color ' +
  'colorama colors colour colours commander comment comments common commonjs commons compat compatibility component ' +
  'components console consolelog const constants consts contributors convenience copyright countries country coupon ' +
  'coverage cron crop cropped css cuda currency curry cyan cypress daos dark darwin dashboard dataset datasets ' +
  'dateformat datepicker datetime datetimes day dayjs days dblclick debug debugger decorator decorators deferred ' +
  'delegate delegates demo demos deploy deployed deployment deprecate deprecated deprecates deprecation ' +
  'deprecationwarning desc descending description descriptions desktop devops devserver devtools dialog dialogs ' +
  'discount dispatch display displayed displays distutils div doc docs docstring docstrings documentation doxygen ' +
  'dpi drag dragging draw drawing drawn dropdown droppable dto dts dummy dump dumped dumps easing edit editor egg ' +
  'el elem ellipse embedding embeddings emit emits emitted emitter enumerate epochs esbuild eslint esm esmodule ' +
  'eventemitter example examples experiment experimental experiments facade factories factory fade fake faker faq ' +
  'featureflag feed feeds findpackages fixme fixture fixtures flatten fluent focus focused font fonts foo footer ' +
  'foreach foreground friendly functools future futures gallery game games gap gauge geo gesture getlogger getopt ' +
  'getter getters gettext gif gpu gradient gradle graph graphics graphs gray green greeting grey groupby grunt ' +
  'guide gulp heading headings headline height heights helm help helper helpers helps helptext highlight ' +
  'highlighted histogram hmr holiday homepage hook hooked hooks hotreload hover human humanize icon icons iconsize ' +
  'ie image images importerror inference innerwidth insertbefore inspector install installed installrequires ' +
  'installs internationalization intl invoice invoices ios iphone ipsum italic itemsperpage iter iterable iterator ' +
  'iterators iteritems iterkeys itertools itervalues jasmine javadoc jenkins jest job jobs jpeg jpg jquery jsdoc ' +
  'jshint jslint jsx karma keycode keydown keyframes keypress keyup keywords kleur kubectl kubernetes label labels ' +
  'lambda lambdas landscape lang langs language languages lat latitude layer layers layout layouts lazyload ' +
  'lazyloading leaderboard legacy legend li licence license licenses lifecycle light lint linter linting listener ' +
  'listeners livereload lng loadnpmtasks locale locales localization lodash logger loggers logging loglevel logo ' +
  'logos lombok longdescription longitude lorem macos magenta maintainer maintainers major makefile margin ' +
  'marginleft margins marker markers material matplotlib matrix maven mean median memo memoization memoize memoized ' +
  'menu menus metric metrics migrate migrated migrates migration migrations minor misc mixin mixins mobile mocha ' +
  'mock mocked mocking mocks modal modals modulenotfound moment momentjs monkeypatch month months mounted mouse ' +
  'mousedown mousemove mousemoved mouseup moved moving music mypy navbar neural news newsletter nexttick ngettext ' +
  'nightly noqa nose note notes notification notifications notified notifies notify npm numpy observable ' +
  'observables observer observers obsolete offsetheight onblur onchange onclick onfocus oninput onsubmit opacity ' +
  'opentelemetry optimizer optparse orange package packagejson packages packaging paddingtop page pager pages ' +
  'pagesize paginate paginated pagination paginator paint pan pandas panel panels paragraph parcel partial partials ' +
  'perf perpage photo photos picture pictures pil pink pino pip pipeline pipelines pixel pixels pkginfo platform ' +
  'player playlist playwright plot plots plugin pluginname plugins plural pluralize png pnpm podcast polyfill ' +
  'polyfills polygon ponyfill popover popup portrait pprint preact precision prediction predictions preference ' +
  'preferences prefetch prefs preload prerelease prettier prettify pretty preventdefault price prices pricing print ' +
  'printed printer printfunction println prints product products profiler profiling programming progress ' +
  'progressbar prometheus promise promises promisify props publish published publisher publishing puppet purple py ' +
  'pylint pyproject pytest pythonrequires qux radius rc react readline readme rectangle red reduce reducer reducers ' +
  'redux refactor refactored refactoring removealllisteners removechild removeclass removeeventlistener ' +
  'removelistener rename renamed renames renaming render rendered renderer renderers rendering renders repl ' +
  'requestanimationframe requirejs rerender resize resized responsive restructure rev rollup rotatex rounded rss ' +
  'rst sample samples sass scene schedule scheduled scheduler scipy score scores scroll scrollbar scrolling scss ' +
  'sdist selection selenium semver setimmediate setinterval setter setters setup setuptools shader shadow shape ' +
  'shim shims shipping shorthand show showing shown shows sidebar singleton singular sinon six sklearn slider slot ' +
  'slots slugline snapshot snapshots song sort sortby sorted sorting sorts spacing spec specs speech sphinx spies ' +
  'spinner spy stable staticmethod statistics stats stdin stdio stdout storybook storyshots street strftime stroke ' +
  'stub stubbed stubs style styled styles stylesheet subscribe subscribed subscriber subscribers subtitle sugar ' +
  'summarize summary svelte swipe syslog tabs tailwind tbody td teardown telemetry tensor tensorflow tensors ' +
  'terminal terraform testcase testcases tested tester testing tests testsuite testutils textalign textarea texture ' +
  'theme themed themes thumbnail timezone timezones title titles todo todos toggle toggleclass toggled toggles ' +
  'toolbar tooltip tooltips torch touch touchend touchstart tox tqdm tr tracing train trained training transition ' +
  'transitions translate translated translation translations translator travis triangle tslint tsx tty tutorial ' +
  'typescript typings ul umd underline underscore unicodeliterals unittest unmounted unsubscribe upsell usage ' +
  'usecallback usecontext useeffect usememo usereducer useref usestate util utilities utility utils vector vectors ' +
  'vendor verbose verbosename verbosenameplural verbosity version versioned versioninfo versioning versions video ' +
  'videos view viewport views vite vitest vue watch watcher watchers watching weather webp webpack week weekday ' +
  'welcome wheel widget widgets width widths winston wishlist workflow workflows wrap wrapped wrapper wrappers ' +
  'yargs yarn year years yellow zindex zipwith zoom';
