use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

pub type Store = Arc<Mutex<HashMap<String, String>>>;

pub fn answer(store: &Store, line: &str) -> String {
    let mut store = store.lock().unwrap();
    let mut parts = line.trim_end().split(' ');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("set"), Some(key), Some(value)) => {
            store.insert(key.to_string(), value.to_string());
            String::from("ok")
        }
        (Some("get"), Some(key), None) => store.get(key).cloned().unwrap_or(String::from("none")),
        _ => String::from("error"),
    }
}

fn client(store: &Store, mut stream: TcpStream) -> std::io::Result<()> {
    let reader = BufReader::new(stream.try_clone()?);
    for line in reader.lines() {
        writeln!(stream, "{}", answer(store, &line?))?;
    }
    Ok(())
}

pub fn serve(listener: TcpListener) {
    let store = Store::default();
    for stream in listener.incoming().flatten() {
        let store = Arc::clone(&store);
        thread::spawn(move || client(&store, stream));
    }
}
