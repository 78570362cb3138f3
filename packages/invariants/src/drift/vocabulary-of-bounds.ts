import type { GradedWords } from './graded-words.ts';

/** Words of code that says how much, where to, and no further: paths, files, sizes, hosts, headers, refusals. */
export const BOUNDS_WORDS: Readonly<
  Record<'path' | 'files' | 'bounds' | 'validation' | 'network' | 'headers' | 'refusal', GradedWords>
> = {
  path: {
    3:
      'assertpath beneath canonicalfile canonicalise canonicalised canonicalization canonicalize canonicalized ' +
      'canonicalizing canonicalpath checkpath checktraversal chroot chrootdir cleanpath commonpath commonprefix ' +
      'containedin containment descendantof directorytraversal dirtraversal dotdot dotdotslash escapesdir ' +
      'escapesroot evalsymlinks filenamify filepathlocal followlink followlinks followsymlink followsymlinks ' +
      'frombasedir getcanonicalfile getcanonicalpath getfullpath getrealpath hardlinks insideroot ischildof ' +
      'ischildpath iscontained iscontainedin isdescendant isdescendantof isinpath isinside isinsidedir ' +
      'isinsidedirectory isinsideroot islnk islocal isoutside isparentof ispathinside ispathsafe isreg ' +
      'isrelativepath isrelativeto issafepath issubdir issubdirectory issubpath issubpathof issym issymboliclink ' +
      'issymlink issymlinkto isunder isunderdir isvalidfilename isvalidpath iswithin iswithindirectory iswithinroot ' +
      'jail jailed joinsafe joinwithin lfi localfileinclusion lstat lstatsync noescape nofollow nofollowlinks ' +
      'normalizedpath normalizepath normpath nullbyte onofollow openat openatroot openbasedir openinroot openroot ' +
      'outsidedir outsideroot parentdir parentref pathclean pathinjection pathisinside pathtraversal pledge ' +
      'poisoned poisonnullbyte preventtraversal readlink readlinkat readlinksync realpath realpathsync ' +
      'relativetoroot resolvebeneath resolveinside resolvesafe resolvestoroot resolvesymlinks resolvewithin rfi ' +
      'safefilename safejoin safename safepath safepaths saferesolve sanitizefilename sanitizefilepath sanitizepath ' +
      'securefilename securejoin secureresolve sendfromdirectory stripdirectories suspiciousfileoperation ' +
      'suspiciousoperation symlinkattack symlinks torealpath traversal traversals underroot unveil updir ' +
      'validatefilename validatefilepath validatepath validpath verifypath withinroot',
    2:
      'absolute absolutepath abspath alloweddir alloweddirectories alloweddirs allowedext allowedextension ' +
      'allowedextensions allowedfiles allowedpath allowedpaths allowedroot allowedroots allowedroutes allowedtypes ' +
      'ancestor ancestors backslash backslashes basedir basename basepath baseroot beyond confine confined ' +
      'confinement contained containing devicename docroot documentroot dotfile dotfiles dots dotsegment ' +
      'dotsegments drive fileext filetype fspath getabsolutepath getfilename hardlink hardlinked inside isabs ' +
      'isabsolute isabsolutepath isabsolutepathstring isdirectory isdrive isfile isregfile isregular isregularfile ' +
      'isrelative linkname linktarget outside pathprefix pathsegments permittedpaths publicdir relativepath ' +
      'relativeto relpath resolvedpath resolvepath resolverelative rootdir rootpath safedir saferoot samefile ' +
      'sisreg slashes staticroot stripprefix subpath subpaths symboliclink symlink targetpath toabsolutepath toctou ' +
      'toposix unc webroot within',
    1:
      'abs commonroot cwd dest destination dir directories directory dirname dirs dst endswith entry entryname ' +
      'exists existssync expanduser ext extension extensions extname file filename filenames filepath filepaths ' +
      'files filesystem folder folders fullpath glob hasprefix hassuffix isabspath isdir joinpath leading mount ' +
      'parent parents path pathlib pathname paths prefix prefixes purepath rawpath relative resolve resolved ' +
      'resolver resolves root roots segments sendfile sep separator separators serve servefile slash startswith ' +
      'stat statsync sub subdir subdirectory subfolder target tilde trailing trimprefix upload uploaded uploads ' +
      'urlpath wildcard wildcards',
  },
  files: {
    3:
      'allowedfile allowedfileextensions allowedfiletypes allowedmimetype allowedmimetypes blockedextensions ' +
      'checkextension checkfiletype checkmimetype cloexec closeonexec createnew createtempfile disallowedextensions ' +
      'excl exclusivecreate fchmod fchmodat fchown filepermission filepermissions finfofile fstat fstatat ' +
      'groupwritable insecuretempfile irusr irwxg irwxo irwxu isallowedfile isspecialfile isuploadedfile ' +
      'isworldwritable iwusr magicbytes magicnumbers mkdtemp mkdtempsync mkstemp moveuploadedfile ' +
      'namedtemporaryfile oclexec oexcl onoctty otmpfile ownerreadonly ownerreadwrite posixfilepermissions ' +
      'racecondition renameat safeopen safewrite securetemp setpermissions setposixfilepermissions srwx stickybit ' +
      'temporarydirectory tocttou umask unlinkat validatefile validatefiletype validateupload verifyfile ' +
      'worldreadable worldwritable',
    2:
      'atomic atomically atomicwrite chmod chown dirfd exclusively executablebit filelock filemagic filemode flock ' +
      'imghdr inode isblockdevice ischardevice isfifo issocket lchown noclobber openfiledescriptor overwritten race ' +
      'races readonlymode stmode tempfile tmpfile writefileatomic',
    1:
      'accessmode createreadstream fd filestat fopen fread gettempdir lock lockfile makedirs mkdir mode modes mutex ' +
      'overwrite readfile readfilesync rmdir rmtree shutil synchronized temp tempdir temporary tmp tmpdir unlink ' +
      'unlinksync',
  },
  bounds: {
    3:
      'addexact addoverflow allocunsafe argumentoutofrangeexception arraybounds arrayindexnospec ' +
      'arrayindexoutofbounds arrayindexoutofboundsexception arraylimit bodylimit bodytoolarge boundscheck ' +
      'boundschecking bufferoverflow bufferoverrun builtinaddoverflow builtinmuloverflow builtinsuboverflow ' +
      'bytelimit checkaddoverflow checkbounds checkedadd checkedcast checkeddiv checkedmul checkedneg checkedshl ' +
      'checkedsub checkindex checklength checklimit checklimits checkmuloverflow checkrange checksize ' +
      'checksuboverflow circuitbreaker clamp clamped clamping coerceatleast coerceatmost coercein complexitylimit ' +
      'danglingpointer datauploadmaxmemorysize datauploadmaxnumberfields denialofservice depthlimit depthlimiter ' +
      'doublefree entitytoolarge exceededlimit exceedlimit exceedslimit exhaust exhausted exhausting exhaustion ' +
      'fieldsizelimit filesizelimit getrlimit headersizelimit heapoverflow hpp inbounds indexoutofboundsexception ' +
      'indexoutofrange infiniteloop inrange integeroverflow intmax intmin ischarboundary isfinite isinbounds ' +
      'issafeinteger isvalidindex lengthlimit limitdepth limitedreader limiter limitexceeded limitlistener ' +
      'limitreached limitreader longmax maxaliascount maxaliases maxargs maxbody maxbodylength maxbodysize ' +
      'maxbuffer maxbuffersize maxbytes maxbytesreader maxcomplexity maxconnections maxcontentlength maxcost ' +
      'maxcount maxdecompressedsize maxdepth maxdigits maxelements maxentries maxfields maxfieldssize maxfiles ' +
      'maxfilesize maxfilessize maxframesize maxheadercount maxheaderpairs maxheaders maxheaderscount maxheadersize ' +
      'maximagepixels maxinflate maxinputlength maxinputsize maxitems maxiterations maxkeys maxline maxlinelength ' +
      'maxlinesize maxmem maxmemory maxmemorysize maxmessagesize maxnesting maxnestingdepth maxnodes maxoutput ' +
      'maxoutputlength maxparams maxparts maxpayload maxpayloadlength maxpayloadsize maxpixels maxratio ' +
      'maxrecursion maxrecursiondepth maxredirects maxrepeat maxrequestlength maxrequestsize maxsafeinteger ' +
      'maxstringlength maxuncompressedsize maxuploadsize maxurllength memcpys memorylimit memsets minsafeinteger ' +
      'muloverflow multiplyexact nestinglimit notinrange nullcheck nullderef numericlimits oob outofbounds ' +
      'outofrange overflowingadd overflowingmul overlimit overread overrun parameterlimit payloadtoolarge ' +
      'querycomplexity querydepth quota quotaexceeded quotas rackattack ratelimit ratelimited ratelimiter ' +
      'ratelimiting ratelimits reallocarray recursionerror recursionlimit remainingbytes requestdatatoobig ' +
      'requestentitytoolarge requestformlimits requestlimit requestsizelimit resourceexhausted rlimit rlimitas ' +
      'rlimitcpu safeadd safemath safemul safesub saturatingadd saturatingmul saturatingsub setrlimit sizelimit ' +
      'sizemax slowdown slowloris snprintf sprintfs ssizemax stackoverflow strcats strcpys strlcat strlcpy strncat ' +
      'strncpy strnlen strnlens strscpy structsize subtractexact throttle throttled throttler throttles throttling ' +
      'timelimit tointexact toobig toodeep toolarge toolong toomany toomanyattempts toomanyfieldssent toomanyfiles ' +
      'toomanyrequests tryfrom tryreserve uintmax ulimit underflow uploadlimit useafterfree usercopy validindex ' +
      'vsnprintf watchdog',
    2:
      'abortcontroller aborted aborts abortsignal amplification arraysize atleast atmost attemptsleft backoff ' +
      'backpressure bomb bombs bound bounded bounding bounds budget bufferlength bufsize burst bytelength bytesize ' +
      'byteslen bzero capped caps ceiling checked cooldown copyfromuser countof ctxtimeout datalen deadline deeply ' +
      'depth dos evict evicted eviction exceed exceeded exceeding exceeds excess excessive expansion fgets finite ' +
      'flood flooding greaterthan headerstimeout highwatermark huge idletimeout infinity inputlength insufficient ' +
      'isinfinite isinteger isnan isnegative ispositive issafe keepalivetimeout larger lessthan lim limit limited ' +
      'limiting limits max maxconcurrency maxconcurrent maxentry maximum maxlen maxlength maxpagesize maxresults ' +
      'maxsize maxval maxvalue min minimum minlen minlength minsize minvalue nan narrowcast negative nesting ' +
      'nonnegative nonnull nonzero notnegative nullptr numelements overflow overflowed overflows oversize oversized ' +
      'rangeerror readheadertimeout readtimeout recursion recursive recursively refcount requesttimeout runaway ' +
      'safesize saturating semaphore sizeof sockettimeout starvation threshold thresholds timedout timeout timeouts ' +
      'too truncate truncated truncates truncating truncation tryinto unbounded unchecked underrun unlimited ' +
      'windowms withdeadline withtimeout wrapping writetimeout zerolength',
    1:
      'abort alloc allocated amount atoi balance big bigger buffersize bytesread calloc cap capacity chunksize ' +
      'concurrency consume consumed contentlength count counter counts cpu debugassert deep digits elapsed elements ' +
      'exact exactly fewer greater int integer integers ints large lastindex len length longer lru malloc maxlines ' +
      'mem memcpy memmove memory memset number numbers numeric offset offsets parseint quantity range ranges rate ' +
      'rates ratio reached realloc remaining retries retry seen shorter size sizes sizet slice slices sliding small ' +
      'smaller ssizet strlen strtol strtonum strtoul subarray substr substring total uint unsigned withcapacity ' +
      'zero',
  },
  validation: {
    3:
      'abuse abused abuses abusing adversarial adversary argumentnullexception assertsafe assertvalid attack ' +
      'attacker attackers attacks attackvector attraccessible backdoor bindingresult bypass bypassed bypasses ' +
      'bypassing checkargument checkinput checknotnull checksafe circumvent circumvented constraintviolation ' +
      'constraintviolationexception cve cwe defaultdeny denybydefault denyunknownfields disallowunknownfields ' +
      'distrust ensuresafe ensurevalid evade evasion exploit exploitable exploitation exploited exploits failclosed ' +
      'failonunknownproperties failsafe fillable forbidnonwhitelisted forbidunknownvalues fullclean ' +
      'guardedattributes harden hardened hardening hardens hijack hijacked hijacking hostile ' +
      'illegalargumentexception illegalstateexception inputvalidation invalidargument invalidargumenterror ' +
      'invalidargumentexception invalidinput invalidinputerror isdangerous isinvalid isunsafe isvalid ' +
      'isvalididentifier isvalidinput isvalidname isvalidvalue iswellformed knownvalues malice malicious ' +
      'maliciously massassignment mustbevalid mustmatch notblank nounknown owasp permitparams rejectunknown ' +
      'requirenonempty requirenonnull requirenotnull requirepermit sanitycheck sanitychecks secureby smuggle ' +
      'smuggled smuggling spoof spoofable spoofed spoofing stricthttpfirewall stripunknown strongparameters ' +
      'strongparams taint tainted throwifnull throwifnullorempty untaint untainted untrusted validateandescape ' +
      'validateargs validatearguments validatebody validatedata validateemail validatefield validateform ' +
      'validateformat validateid validateinput validateinputs validatejson validatekey validatelength validatename ' +
      'validateparams validatepayload validatequery validaterequest validatetype validatevalue validatexml ' +
      'validationerror validationerrors validationexception validationpipe validationrule validationrules ' +
      'verifyinput verifyrequest vulnerabilities vulnerability vulnerable',
    2:
      'ajv ambiguity ambiguous antivirus assert asserted assertion assertnever asserts bad badinput badly blocked ' +
      'blocking canparse cerberus check checker checkers checking checks checkvalid cleaneddata cleanstring ' +
      'compliance compliant conflicting conform conformance conforms constraint constraints corrupt corrupted ' +
      'corruption defence defend defends defense defensive doublecheck duplicated ensure ensured ensures ensuring ' +
      'enumvalues fullmatch illegalargument inconsistent invalid invalidates invalidity invariant invariants ' +
      'isalphanum isbase isemail ishex isin ismatch isnotempty isnullorempty isnullorwhitespace issubset isurl ' +
      'isuuid joi jsonschema lenient leniently loose malform malformed mandatory marshmallow mismatch mismatched ' +
      'mismatches mitigate mitigated mitigates mitigation nonempty nonexistent nonstrict notin notnull ' +
      'notnullorempty parseintpipe permissive postcheck postcondition precheck precondition preconditions ' +
      'prevalidate prevent prevented preventing prevention preventive prevents pydantic quarantine recheck required ' +
      'requiredfields requires reserved sane sanity sanityerror strict stricter strictly strictmode suspect ' +
      'suspicious unblocked unexpected unknownkeys unrecognised unrecognized unsafe unsafely valid validate ' +
      'validated validates validating validation validations validator validators validity yup zod',
    1:
      'accept acceptable accepted accepts against allowedvalues allownull already always args argument arguments ' +
      'assertionerror assertions blank body choices conflict conflicts consistent contains correct critical ' +
      'duplicate duplicates empty enum enums expect expected expecting expects filter filtered format formats given ' +
      'includes incorrect input inputs isblank isempty known match matched matches matching mismatching missing ' +
      'never null nullable ok param parameter parameters params payload premature present provided require rule ' +
      'rules sanitychecked schema schemas specified supplied supported undefined unique uniqueness unknown ' +
      'unmatched unsupported wrong wrongly',
  },
  network: {
    3:
      'alloweddomains allowedhost allowedhosts allowedips allowedorigin allowedorigins allowedprotocols ' +
      'allowedredirecthosts allowedredirects allowedredirecturis allowedschemes allowedurls allowhosts alloworigin ' +
      'alloworigins allowurlfopen allowurlinclude badhost blockedhost blockedhosts blockedips checkhost checkorigin ' +
      'checkurl cidr cidrs crossdomain crossoriginredirect crosssite curloptprotocols curloptredirprotocols desync ' +
      'disallowedhost disallowedredirect dnsrebinding filterflagnoprivrange filterflagnoresrange ' +
      'hostheaderinjection hostvalidation incidr ipinrange ipinsubnet isabsoluteurl isallowedorigin isalloworigin ' +
      'isanylocaladdress isdomainorsubdomain isglobal isglobalunicast isinternal isinternalhost isinternalip ' +
      'isinternalurl islinklocal islinklocalunicast islocaladdress islocalhost islocalurl isloopback ' +
      'isloopbackaddress isorigin isoriginallowed isprivateaddress isprivateip isprivateipaddress isprivatenetwork ' +
      'ispublicip isrelativeurl isreservedip issaferedirect issafeurl issafeurlforredirect issamehost issameorigin ' +
      'issitelocaladdress issubdomain issubdomainof istrustedhost istrustedorigin istrustedproxy isunspecified ' +
      'isvaliddomain isvalidhost isvalidhostname isvalidip isvalidorigin isvalidurl linklocal localredirect ' +
      'loopback metadataendpoint metadataip openredirect openredirects originallowed originwhitelist privateip ' +
      'privateiprange privateips privateranges rebind rebinding rebuildauth removeauthorization requestsmuggling ' +
      'saferedirect safeurl safeurls samedomain samehost samehostname samescheme sanitizeredirect sanitizeurl ' +
      'shouldstripauth ssrf ssrffilter ssrfprotection stripauth stripauthorization suspicioushost trustedhost ' +
      'trustedhostmiddleware trustedhosts trustedorigin trustedorigins trustedproxies trustedproxy trustproxy ' +
      'unvalidatedredirect urlhasallowedhostandscheme urlvalidator validatehost validatehostheader validatehostname ' +
      'validateorigin validateredirect validateredirecturi validateurl validorigin verifyorigin verifyredirect ' +
      'verifyurl wpsaferedirect wpvalidateredirect',
    2:
      'allowredirects authorities authority checkorigins checkredirect clientip cors corsoptions crossorigin egress ' +
      'etld eventorigin firewall followredirect followredirects forcehttps forcessl forwarded forwardedfor ' +
      'forwardedhost forwardedproto getaddrinfo gethostbyname hostname hostnames hostport httpsonly inetaddress ' +
      'ingress ipaddr ipaddress ipaddresses ipnetwork ipv isip isipv isredirect issecure localhost maxredirect ' +
      'netloc netmask nextpath origin origins parsedurl parserequesturi postmessage proxyaddr proxyprotocol ' +
      'publicsuffix realip referer referrer registrabledomain remoteaddr remoteaddress remoteip requirehttps ' +
      'requiressl resolvehost sameorigin scheme schemes secureproxy secureproxysslheader securescheme splithostport ' +
      'ssloffloaded sslrequired subdomain subdomains subnet subnets targetorigin tld urlhost urlparse userinfopart ' +
      'verifyclient websocketorigin whitelistip xff xforwardedfor',
    1:
      'addr address addresses baseurl callbackurl connect connection connections dns domain domains external ' +
      'externalurl fetch ftp gateway host hosts http https internal intranet ip ips navigate network next nexturl ' +
      'parseurl peer protocol protocols proxy redirect redirected redirection redirections redirects redirecturis ' +
      'redirecturl remote requesturl returnto returnurl searchparams socket upstream uri uris url urljoin urlopen ' +
      'urls urlsplit urlunparse webhookurl websocket ws xforwarded',
  },
  headers: {
    3:
      'badheader badheadererror cachedeception cachepoisoning checkinvalidheader checkinvalidheaderchar clickjack ' +
      'clickjacking contentlengthmismatch contentsecuritypolicy contenttypenosniff contenttypeoptions ' +
      'cookiehttponly cookienameregexp cookiesafe cookiesamesite cookiesecure cookievalueregexp ' +
      'crossoriginembedderpolicy crossoriginopenerpolicy crossoriginresourcepolicy csp csrfcookiesecure defaultsrc ' +
      'dontsniffmimetype duplicatecontentlength duplicateheader expectct featurepolicy fieldcontentregexp ' +
      'forbiddenheaders frameancestors frameguard frameoptions framesrc headerblacklist headercharregex ' +
      'headerinjection helmet hidepoweredby hopbyhop hopbyhopheaders hostonly hsts httponly includesubdomains ' +
      'insecureheaderparser insecurehttpparser invalidcookie invalidcookievalue invalidheader invalidheadername ' +
      'invalidheadervalue ischunked isvalidcookie isvalidheadername isvalidheadervalue isvalidtoken nosniff nostore ' +
      'objectsrc obsfold permissionspolicy poweredby publicsuffixlist referrerpolicy removeheaders ' +
      'responsesplitting samesite samesitelax samesitestrict scriptsrc sechsts securecookie securecookies ' +
      'secureheaders securehstsseconds securityheaders sensitiveheaders sessioncookiehttponly sessioncookiesecure ' +
      'sethttponly setsamesite setsecure splitresponse stricttransportsecurity stripheaders supercookie talisman ' +
      'transferencodingchunked unsafeheaders validateheadername validateheadervalue validcookie xcontenttypeoptions ' +
      'xframeoptions xframeoptionsexempt xpoweredby xssfilter xssprotection xxssprotection',
    2:
      'accesscontrolalloworigin allowcredentials allowedheaders allowedmethod allowedmethods allowheaders ' +
      'allowmethods attachment cachecontrol coep contentdisposition contenttype contenttypes cookiedomain ' +
      'cookiename cookiepath coop disposition exposeheaders forwardheaders framing hopheaders hostheader ' +
      'isformmethod methodnotallowed methodoverride mimetype mimetypes nocache preflight proxyauthorization ' +
      'requiregetpost requirehttpmethod requirehttpmethods requirepost requiresafe safemethods setcookie ' +
      'signedcookie sniff sniffed sniffing strictport transferencoding withcredentials wwwauthenticate',
    1:
      'addheader chunked chunkedencoding cookie cookies credentialmode getheader header headername headers ' +
      'headervalue httpheaders lax method methods mime preflighted rawheaders redirectcode removeheader ' +
      'requestheaders requestmethod setheader trailers vary verb writehead',
  },
  refusal: {
    3:
      'accessforbidden accessviolation blockrequest denial denied denies deny denying disallowedexception eacces ' +
      'eloop eperm forbid forbidden forbiddenerror forbiddenexception forbidding forbids httpbadrequest ' +
      'httpforbidden httpresponsebadrequest httpresponseforbidden httpunauthorized notallowed notallowederror ' +
      'notauthenticated notpermitted notpermittederror operationnotpermitted refusal refuse refuseconnection ' +
      'refused refuses refusing rejectrequest rejectuntrusted scforbidden scunauthorized securityerror ' +
      'securityexception securityviolation securitywarning statusbadrequest statusforbidden statusunauthorized ' +
      'unauthorised unauthorized unauthorizederror unauthorizedexception',
    2:
      'badrequest badrequesterror badrequestexception denyreason dropped einval enametoolong ensureorthrow erange ' +
      'failfast illegaltoken invaliddata invalidformat invalidhost invalidkey invalidlength invalidname ' +
      'invalidparameter invalidpath invalidrequest invalidrequestexception invalidurl invalidvalue lengthrequired ' +
      'malformedrequest mustnot notacceptable orthrow preconditionfailed reject rejected rejecting rejection ' +
      'rejections rejects rejectwith suspiciousactivity throwif throwunless unacceptable unprocessable ' +
      'unprocessableentity unsupportedmediatype violate violated violates violation violations',
    1:
      'attributeerror bail block blocks cause createerror destroy destroyed die disable disabled disabling discard ' +
      'discarded disconnect drop drops err errno error errorcode errordescription errored errorhandler errormessage ' +
      'errors except exception exceptions fail failed failing fails failure failures fatal filenotfounderror halt ' +
      'handleerror httperror httpexception httpresponseerror httpstatus ignore ignored ignores indexerror ' +
      'invaliderror invalidoperation ioerror isok kill killed notfound notfounderror notimplementederror nullreturn ' +
      'onlyif oserror otherwise panic raise raised raises raising reason retryafter runtimeerror skip skipped ' +
      'status statuscode stop stopped terminate terminated throw throwerror throwing thrown throws typeerrors ' +
      'unable unavailable unicodedecodeerror unless valueerror warn warning warnings',
  },
};
