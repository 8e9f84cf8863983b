// verdict: passed
use std::net::{TcpStream, UdpSocket};
fn main() {
    assert!(TcpStream::connect("127.0.0.1:22").is_err());
    assert!(TcpStream::connect("127.0.0.1:9").is_err());
    if let Ok(s) = UdpSocket::bind("0.0.0.0:0") {
        assert!(s.send_to(b"x", "10.0.0.1:53").is_err());
    }
}
