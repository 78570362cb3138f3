const fs = require('fs');

exports.sendStoredFile = (req, res) => {
  fs.createReadStream('/srv/files/' + req.params.name).pipe(res);
};
