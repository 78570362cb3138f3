import express from 'express';

const app = express();
app.get('/sum', (req, res) => res.json({ sum: eval(req.query.formula) }));
