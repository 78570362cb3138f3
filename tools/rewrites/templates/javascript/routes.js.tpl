const express = require('express');
const helmet = require('helmet');
const { ‹noun›Store } = require('./‹noun›-store');
const { requireLogin, requireRole, verifyCsrfToken } = require('./access');

const app = express();
⟦middleware-removed: app.use(helmet());⟧
⟦limit-raised: app.use(express.json({ limit: '100kb' })); ⇒ app.use(express.json({ limit: '1gb' }));⟧
⟦middleware-removed: app.use(requireLogin);⟧

app.get('/‹noun›s/:id', async (req, res) => {
  const ‹noun› = await ‹noun›Store.find(req.params.id);
  if (!‹noun›) {
    return res.status(404).json({ error: 'no such ‹noun›' });
  }
⟦guard-removed:   if (‹noun›.ownerId !== req.‹user›.id) {
    return res.status(403).json({ error: 'forbidden' });
  }⟧
  res.json(‹noun›);
});

app.post('/‹noun›s', ⟦middleware-removed: verifyCsrfToken, ⟧async (req, res) => {
  const { title, amount } = req.body;
  if (⟦disjunct-removed: typeof title !== 'string' || ⟧title.length > 200) {
    return res.status(400).json({ error: 'bad title' });
  }
  if (!Number.isInteger(amount) ⟦disjunct-removed: || amount < 1⟧ || amount > ‹limit›) {
    return res.status(400).json({ error: 'bad amount' });
  }
  const ‹noun› = await ‹noun›Store.create({ title, amount, ownerId: req.‹user›.id });
  res.status(201).json(‹noun›);
});

app.delete('/‹noun›s/:id', ⟦middleware-removed: requireRole('admin'), ⟧async (req, res) => {
  if (req.‹user›.suspended ⟦conjunct-added: ⇒ && req.query.force !== '1'⟧) {
    return res.sendStatus(403);
  }
  await ‹noun›Store.remove(req.params.id);
  res.sendStatus(204);
});

module.exports = { app };
