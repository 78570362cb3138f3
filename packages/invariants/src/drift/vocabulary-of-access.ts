import type { GradedWords } from './graded-words.ts';

/** Words of code that decides who may do what, and what nobody may learn: identity, rights, cryptography, secrets. */
export const ACCESS_WORDS: Readonly<Record<'authz' | 'authn' | 'crypto' | 'secrecy', GradedWords>> = {
  authz: {
    3:
      'abac accesscontrol accesscontroller accessdenied accessdeniedexception accessok accesspolicy accessrules acl ' +
      'acls adminonly adminrequired allowanonymous allowlist allowlisted allowlists authorisation authorise ' +
      'authorised authorizationrequired authorize authorizeattribute authorized authorizedroles authorizeduser ' +
      'authorizedusers authorizer authorizeresource authorizers authorizes authorizing authz banned blacklist ' +
      'blacklisted blacklisting blocklist blocklisted bola canaccess canactivate cancan cancancan candelete canedit ' +
      'canmanage cannotaccess canread canupdate canview canwrite capable capset casbin checkaccess ' +
      'checkcallingorselfpermission checkcallingpermission checkowner checkownership checkperm checkpermission ' +
      'checkpermissionforuser checkpermissions checkperms checkrole checkroles checkscope claimsprincipal ' +
      'confuseddeputy currentusercan denyaccess denyaccessunlessgranted denyall denylist denylisted denylists ' +
      'denyunlessgranted dropprivileges dropprivs elevated elevation enforcecallingpermission enforcer escalation ' +
      'faccessat hasaccess hasanyauthority hasanyrole hasauthority hasclaim hasperm haspermission haspermissionfor ' +
      'haspermissions haspermissionto hasperms hasrole hasroles hasscope idor impersonate impersonating ' +
      'impersonation impersonator initgroups insufficientpermissions insufficientprivileges insufficientscope ' +
      'isadmin isadministrator isadminuser isallowed isallowedto isauthorised isauthorized isbanned isblacklisted ' +
      'isblocked isgranted isinrole isnotallowed isowner isownerof ispermitted isroot isstaff issuperuser ' +
      'isuserinrole iswhitelisted leastprivilege loadandauthorizeresource mayaccess missingpermission ' +
      'missingpermissions multitenancy nonewprivs notauthorized notowner nscapable ownedby ownerid ownership ' +
      'ownershipcheck permissionclasses permissiondenied permissionerror permissionrequired postauthorize ' +
      'preauthorize prefilter principalhas privilege privileged privilegeescalation privileges pundit rbac ' +
      'requireadmin requireauthorisation requireauthorization requireclaim requiredpermission requiredpermissions ' +
      'requiredrole requiredroles requiredscopes requireowner requirepermission requirepermissions requirerole ' +
      'requirerolemembership requireroles requiresadmin requirescope requirescopes requirespermission requiresrole ' +
      'rolesallowed rolesguard safelist securedby securityfilter securitymanager securitypolicy securityutils ' +
      'setgid setgroups setresuid setuid skipauthorization staffmember staffmemberrequired superadmin superuser ' +
      'superuseronly tenantcheck tenantisolation trustedforwarders unauthorizedaccess unprivileged useguards ' +
      'usercan userhasrole userinrole userpassestest verifyaccess verifyauthorized whitelist whitelisted ' +
      'whitelisting whitelists',
    2:
      'abilities ability administrator administrators allow allowable allowed allowedby allowing allowonly allows ' +
      'beforeaction belongs belongsto capabilities capability checkselfpermission disallow disallowed disallows ' +
      'eligibility eligible enforce enforced enforcement enforces enforcing entitlement entitlements gate gated ' +
      'getobjector grant granted grantee grants guard guarded guarding guards insecure isprivate ispublic moderator ' +
      'owned owner owners perm permission permissions permit permitall permits permitted perms policies policy ' +
      'principal prohibit prohibited prohibits protect protecting protection protections protector protects ' +
      'restrict restricted restricting restriction restrictions restricts revocation revoke revoked revokes ' +
      'revoking scopes secure secured securely security skipbeforeaction staff sudo superusers tenant tenantid ' +
      'tenants trust trusted trustlevel trusts unguarded unprotected',
    1:
      'access accessible account accountid accounts actor admin admins anonymous approval approve approved approver ' +
      'can cannot currentuser exclusive geteuid getuid gid group groups guest identity may member members ' +
      'membership middleware middlewares must only organization orgid projectid protected resource resources role ' +
      'roles scope subject team teamid uid user userid users visibility visible',
  },
  authn: {
    3:
      'accountlocked algorithmconfusion allowedalgorithms allowedalgs antiforgery antiforgerytoken ' +
      'assertionconsumer aud authcheck authenticate authenticated authenticateduser authenticaterequest ' +
      'authenticates authenticatetoken authenticateuser authenticateuserwith authenticating authentication ' +
      'authenticationclasses authenticationerror authenticationfailed authenticator authenticators autherror ' +
      'authfailed authfilter authguard authmiddleware authn authrequired badcredentials biometric bruteforce ' +
      'captcha checkadminreferer checkajaxreferer checkaudience checkauth checkcsrf checkexpiration checkexpiry ' +
      'checkissuer checknonce checkpassword checkpasswordhash checkreferer checkstate checktoken checktokenreplay ' +
      'codechallenge codechallengemethod codeverifier compareorigin comparepassword comparepasswords ' +
      'credentialstuffing csrf csrfcookie csrfexempt csrfmiddleware csrfmiddlewaretoken csrfprotect csrfprotection ' +
      'csrftoken csrfviewmiddleware csurf cyclekey decodeandverify emailverified enforcecsrfchecks ' +
      'ensureauthenticated ensureloggedin expectedalgorithm expectedaudience expectedissuer expectedstate ' +
      'expiredsignatureerror failedattempts failedlogins fido forged forgery hasexpired hashpassword ' +
      'hasusablepassword hcaptcha hotp invalidcredentials invalidstate invalidtoken invalidtokenerror ' +
      'isauthenticated iscsrftokenvalid isexpired isloggedin isnotauthenticated istokenvalid isuserloggedin ' +
      'jsonwebtokenerror jwtauthguard jwtverify lockedout lockout loginattempts loginrequired loginrequiredmixin ' +
      'matchpassword maxattempts maxloginattempts mfa nbf nonce nonces notbefore notloggedin otp passkey ' +
      'passwordhash passwordneedsrehash passwordpolicy passwordstrength passwordvalidation passwordvalidator ' +
      'passwordverify pkce protectfromforgery reauth reauthenticate recaptcha regenerateid regeneratesession replay ' +
      'replayattack replayed replays requireauth requireauthentication requireexp requirelogin requiresauth ' +
      'requiresession requireslogin requireuser resetsession rotatesession sessionfixation sessionhijack ' +
      'sessionregenerateid sessionvalid setunusablepassword signaturedoesnotmatch statemismatch timingattack ' +
      'tokenexpired tokenexpirederror tokenvalid tokenverifier totp twofactor unauthenticated unauthenticatederror ' +
      'usernameenumeration validateantiforgery validateantiforgerytoken validateaudience validateissuer ' +
      'validateissuersigningkey validatelifetime validatepassword validatesession validatetoken validnonce ' +
      'verifyaud verifyauth verifycode verifycsrf verifycsrftoken verifyemail verifyexp verifyidentity ' +
      'verifyidtoken verifyiss verifyjwt verifynonce verifyotp verifypassword verifyrequesttoken verifysession ' +
      'verifysignature verifystate verifytoken webauthn wpverifynonce xsrf xsrfheader xsrftoken',
    2:
      'activated apikey apitoken attempt attempts audience audiences authenticationmanager authorization authtoken ' +
      'basicauth bearer challenge challenges claim claims clockskew confirm confirmable confirmation confirmed cred ' +
      'credential credentials creds deactivated digestauth exipration expiration expire expired expires expiring ' +
      'expiry fixation gssapi htdigest htpasswd iat idtoken inactive introspect introspection invalidatesession ' +
      'isactive iss issuer jwk jwks jws jwt kerberos ldap ldapbind leeway locked logins logoutall maxage ' +
      'nonreusable notafter oidc onetime pam passphrase passportauthenticate passwd password passwords pwd ' +
      'refreshtoken remember rememberme remoteuser saml sessionexpired sessionid sessionkey sessiontimeout ' +
      'sessiontoken singleuse sso suspend suspended unverified userdetails userdetailsservice verifiable',
    1:
      'accesstoken age auth authorizeurl ban clientid clientsecret cookiejar exp ident identities invitation invite ' +
      'lifetime login logout maxlife oauth otpauth passport redirecturi refresh reset session sessions signin ' +
      'signout signup token tokenendpoint tokens ttl userinfo username usernames webhook',
  },
  crypto: {
    3:
      'aead aesgcm arcrandom arcrandombuf argon authenticateddecrypt authenticatedencryption authtag badsignature ' +
      'bcrypt certificatepinner certpinning certrequired certverify chacha checkclienttrusted checkhmac ' +
      'checkhostname checkintegrity checkserveridentity checkservertrusted checksignature checkvalidity ' +
      'comparedigest comparedigests constanttime constanttimebyteeq constanttimecompare constanttimeeq ' +
      'constanttimeequal constanttimeequals constanttimeselect consttime createdefaultcontext createhmac ' +
      'createunverifiedcontext createverify crl cryptographicallysecure cryptomemcmp cryptorandom csprng cteq ' +
      'curloptsslverifyhost curloptsslverifypeer dataprotection dataprotector derivekey downgrade ecdsaverify ' +
      'encryptedsharedpreferences fixedlengthsecurecompare fixedtimeequals gcm gensalt getauthtag getentropy ' +
      'getpeercertificate getrandom getrandombytes getrandomvalues hashequal hashequals hashhmac hkdf hmac ' +
      'hmacequal hmacs hmacsha hostnameverifier insecurealgorithm insecureskipverify integrity invalidcurve ' +
      'invalidpoint invalidsignature invalidsignatureerror isoncurve isonthecurve issignaturevalid isvalidsignature ' +
      'itsdangerous kdf keyderivation libsodium malleability malleable matchhostname memcmpconst ' +
      'messagedigestisequal minimumversion minkeylength minkeysize mintlsversion minversion mtls ' +
      'networksecurityconfig nosignature nullcipher oaep ocsp oncurve opensslcleanse opensslrandompseudobytes osrng ' +
      'pbkdf pbkdfhmac pepper pinned pinning protecteddata pss publickeyverify randbytes randombytes randombytesbuf ' +
      'randombytessync randomint randomnumbergenerator randomuuid randpseudobytes rehash rejectunauthorized ' +
      'rngcryptoserviceprovider rsapss safecompare salt salted saltrounds salts scrypt securecompare secureequals ' +
      'securerandom servercertificatevalidationcallback setauthtag setverify sidechannel signatureexpired ' +
      'signaturemismatch signatureverification skipverify slowequals smallsubgroup sodium sodiummemcmp ' +
      'sslctxsetverify sslgetverifyresult sslverify sslverifyhost sslverifypeer subresourceintegrity subtle ' +
      'subtlecrypto systemrandom tamper tampered tampering tamperproof timingsafe timingsafebcmp timingsafecompare ' +
      'timingsafeequal tlsminversion tokenbytes tokenhex tokenurlsafe trustallcerts trustanchor trustmanager ' +
      'trustmanagers truststore unsafelegacyrenegotiation unsign untrustedcert urandom validatepoint ' +
      'validatesignature verifycert verifycertchain verifycertificate verifychain verifychecksum verifydigest ' +
      'verifyhash verifyhmac verifyhost verifyhostname verifyintegrity verifymode verifynone verifyone verifypeer ' +
      'verifypeername verifysign verifyssl weakalgorithm weakcipher weakkey weakkeys webcrypto workfactor xchacha ' +
      'xcheckhost xcheckip',
    2:
      'aes alg algorithm algorithms algs asn attest attestation authentic authenticity cabundle cacert cafile cert ' +
      'certchain certfile certificate certificates certs checksum checksums cipher ciphers ciphersuite ciphersuites ' +
      'ciphertext collision createhash crypt crypto cryptographic cryptographically cryptography decrypt decrypted ' +
      'decryption decrypts der dh digest digests dsa ecdh ecdsa eddsa elliptic encrypt encrypted encrypting ' +
      'encryption encrypts entropy fingerprint fingerprints getpeercert gpg guessable handshake hashed hashing ' +
      'hexdigest hs initializationvector issuance iv keyfile keyid keylength keypair keyring keysize keystore ' +
      'keytype kid messagedigest mlock nacl openssl pem pgp pkcs poly predictable privatekey privkey prng ' +
      'provenance pubkey publickey randomness rng rotate rotated rotation rsa sbom secret secretkey secrets ' +
      'servername sharedsecret sig signature signatures signed signedcookies signer signing signingkey sodiumcrypto ' +
      'sri ssl sslcontext ssloptions strength strong stronger timing tls tlsconfig trustchain unencrypted ' +
      'unpredictable unverifiable verification verified verifier verifiers verifies verify verifying verifyingkey',
    1:
      'bdecode bencode bignum blocksize buffer bytearray bytes bytesequal compare compared curve digestmod eq eql ' +
      'equal equals hash hashalgorithm hasher hashes hexencode isequal iteration iterations kms mac md memcmp ' +
      'modulus nist pad padding point prime primes random round rounds scalar seed sha sign ssh urlsafe uuid vault ' +
      'weak',
  },
  secrecy: {
    3:
      'anonymise anonymize anonymized attrencrypted cleanseddict cleansedsubstitute cleansesetting confidential ' +
      'confidentiality deletepassword detectsecrets disclose disclosed discloses disclosure encryptedattribute ' +
      'encryptedfields excludepassword exfiltrate exfiltration explicitbzero exposeerrors exposesecret exposestack ' +
      'filteredparameters filterparameterlogging filterparameters genericerror genericmessage hardcodedsecret ' +
      'hashedpassword hiddenfields hiddensettings hideerrordetails hideerrors hidepassword hidesecret hidesecrets ' +
      'hidestacktrace infoleak informationdisclosure internaldetails issensitive jsonignore kfreesensitive leak ' +
      'leakage leaked leaking leaks leaksecret loggingfilter masked maskpassword masksecret masksecrets ' +
      'masksensitive masktoken maskvalue memwipe memzero obfuscate obfuscated obfuscation omitpassword ' +
      'parameterfilter pii plaintextpassword privatefields pseudonymize redact redacted redacting redaction ' +
      'redactions redactor redacts removecredentials removepassword saferepr saferexceptionreporterfilter ' +
      'scrubsensitive secrecy secretbox secretscanner secretstr secretstring securestring securezeromemory ' +
      'sensitive sensitivedata sensitivefields sensitiveinfo sensitivekeys sensitiveparameters ' +
      'sensitivepostparameters sensitivepostparametersdecorator sensitivevariables sensitivity showstack ' +
      'sodiummemzero stacktraceexposure stripcredentials stripsecrets stripsensitive urlwithoutcredentials wipe ' +
      'wiped withoutpassword withoutsecrets zeroize zeroizing zeromemory',
    2:
      'cleartext conceal concealed debugmode envfile exposed exposure hidefields isproduction maskdata onlyvisible ' +
      'privacy productiononly publicfields safeattributes safefields serializeonly showdetails stacktrace unmasked ' +
      'verboseerrors withheld writeonly',
    1:
      'backtrace creditcard debugging detail email exclude excluded excludes excluding expose exposes exposing ' +
      'hidden hide hides hiding iban internals logged mask masking masks omit omits omitted personal phone ' +
      'production serializerfields ssn stack traceback',
  },
};
