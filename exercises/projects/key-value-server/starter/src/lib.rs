use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

pub type Store = Arc<Mutex<HashMap<String, String>>>;

pub fn answer(store: &Store, line: &str) -> String {
    todo!("{store:?} {line}")
}

fn client(store: &Store, stream: TcpStream) -> std::io::Result<()> {
    let reader = BufReader::new(stream.try_clone()?);
    for line in reader.lines() {
        todo!("send {} to {stream:?}", answer(store, &line?))
    }
    Ok(())
}

pub fn serve(listener: TcpListener) {
    let store = Store::default();
    for stream in listener.incoming().flatten() {
        let _ = client(&store, stream);
    }
}
