const line = process.argv[2];
console.log(eval(line));
