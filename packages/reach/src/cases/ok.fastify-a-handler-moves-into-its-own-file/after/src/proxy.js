const got = require('got');

exports.proxy = async (request) => {
  const { body } = await got(request.query.url);
  return body;
};
