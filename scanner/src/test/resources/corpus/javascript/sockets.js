const { Server } = require('socket.io');
const { authorize } = require('@thream/socketio-jwt');

module.exports = (http) => {
  const io = new Server(http);
  io.use(authorize({ secret: process.env.SOCKET_KEY })); // expect: local-decode, secret-env-read
  io.on('connection', (socket) => {
    socket.emit('welcome', socket.decodedToken.sub);
  });
  return io;
};
