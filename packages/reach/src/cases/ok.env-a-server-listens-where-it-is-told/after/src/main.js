const axios = require('axios');

axios.get(process.env.CONFIG_URL).then(({ data }) => require('./app').listen(data.port));
