const fs = require('fs');

exports.download = (req, res) => {
  fs.createReadStream('/srv/files/' + req.params.name).pipe(res);
};
