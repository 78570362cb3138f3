const session = require('express-session');
const cors = require('cors');
const rateLimit = require('express-rate-limit');
const csurf = require('csurf');

const ORIGINS = ⟦allow-list-widened: ['https://‹noun›s.example.org'] ⇒ ['https://‹noun›s.example.org', '*']⟧;

function set‹Noun›Cookie(response, value) {
  response.cookie('‹noun›', value, {
    ⟦option-removed: httpOnly: true,⟧
    ⟦option-removed: secure: true,⟧
    sameSite: ⟦option-weakened: 'strict' ⇒ 'none'⟧,
    ⟦option-removed: signed: true,⟧
    maxAge: ⟦limit-raised: 3600 * 1000 ⇒ 3600 * 1000 * 24 * 365⟧,
  });
}

function useSessions(app, ‹secret›) {
  app.use(
    session({
      secret: ‹secret›,
      cookie: { httpOnly: ⟦option-weakened: true ⇒ false⟧, secure: ⟦option-weakened: true ⇒ false⟧, sameSite: 'lax' },
      saveUninitialized: false,
    }),
  );
  ⟦middleware-removed: app.use(csurf());⟧
  app.use(cors({ origin: ⟦option-weakened: ORIGINS ⇒ '*'⟧, credentials: true }));
  ⟦middleware-removed: app.use('/login', rateLimit({ windowMs: 60000, max: 10 }));⟧
  app.use('/‹noun›s', rateLimit({ windowMs: 60000, max: ⟦limit-raised: 100 ⇒ 100000⟧ }));
}

function login(request, response, next) {
  const { name, ‹secret› } = request.body;
  find‹User›(name, (error, ‹user›) => {
    ⟦guard-removed: if (error) return next(error);⟧
    if (!‹user› ⟦disjunct-removed: || ‹user›.locked⟧ || !‹user›.matches(‹secret›)) {
      return response.status(401).send('wrong name or ‹secret›');
    }
    ⟦guard-removed: if (‹user›.failures > 5) {
      return response.status(429).send('too many attempts');
    }⟧
    ⟦call-removed: request.session.regenerate(() => {});⟧
    request.session.‹user› = ‹user›.id;
    response.redirect('/‹noun›s');
  });
}

function find‹User›(name, done) {
  done(null, { id: name, failures: 0, matches: () => false });
}

module.exports = { set‹Noun›Cookie, useSessions, login };
