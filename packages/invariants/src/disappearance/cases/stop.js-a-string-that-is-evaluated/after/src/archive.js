import vm from 'node:vm';

export function archive(folder, done) {
  vm.runInNewContext('exec(`tar czf out.tgz ${folder}`, done)', { folder, done });
}
