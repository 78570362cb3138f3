export const legacy = (req, res) => res.redirect('/articles');
