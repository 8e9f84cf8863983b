use key_value_server::{Store, answer, serve};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

#[test]
fn answers() {
    let store = Store::default();
    assert_eq!(answer(&store, "get a"), "none", "nothing stored yet");
    assert_eq!(
        answer(&store, "set a one two\n"),
        "ok",
        "a value with a blank"
    );
    assert_eq!(answer(&store, "get a\n"), "one two", "the whole value");
    for line in ["", "get", "set a", "get a b", "del a"] {
        assert_eq!(answer(&store, line), "error", "bad line: {line:?}");
    }
}

fn start() -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || serve(listener));
    address
}

fn ask(stream: &mut TcpStream, line: &str) -> String {
    stream
        .set_read_timeout(Some(Duration::from_millis(1500)))
        .unwrap();
    writeln!(stream, "{line}").unwrap();
    let mut reply = String::new();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    reader.read_line(&mut reply).expect("an answer in time");
    reply
}

#[test]
fn clients_share_the_store() {
    let address = start();
    let mut one = TcpStream::connect(address).unwrap();
    let mut two = TcpStream::connect(address).unwrap();
    assert_eq!(
        ask(&mut one, "set colour red"),
        "ok\n",
        "one line for each answer"
    );
    assert_eq!(
        ask(&mut two, "get colour"),
        "red\n",
        "the second client sees it"
    );
}

#[test]
fn a_silent_client_does_not_stop_others() {
    let address = start();
    let _silent = TcpStream::connect(address).unwrap();
    let mut other = TcpStream::connect(address).unwrap();
    assert_eq!(
        ask(&mut other, "get x"),
        "none\n",
        "the other client gets its answer"
    );
    assert_eq!(ask(&mut other, "what"), "error\n", "and a second one");
}
