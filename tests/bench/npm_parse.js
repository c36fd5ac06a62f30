// The fastest of npm's libraries for the Asterisk Manager Interface (ami-io), merely parsing: counts the
// events of one connection and says how long they took. Usage: node npm_parse.js PORT
const port = Number(process.argv[2]);
const ami = require('ami-io');
const client = ami.createClient({host: '127.0.0.1', port, login: 'a', password: 'b', logger: new ami.SilentLogger()});
let events = 0;
let begin;
client.on('event', (event) => {
  begin ??= process.hrtime.bigint();
  if (event.event !== 'BenchEnd') {
    events += 1;
    return;
  }
  console.log(`${events} ${Number(process.hrtime.bigint() - begin) / 1e9}`);
  process.exit(0);
});
client.connect();
