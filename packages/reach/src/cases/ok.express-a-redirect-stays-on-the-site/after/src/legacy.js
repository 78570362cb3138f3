export const legacy = (req, res) => res.redirect(301, `/articles/${req.params.slug}`);
