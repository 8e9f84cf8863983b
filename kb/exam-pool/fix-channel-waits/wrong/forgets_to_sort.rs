use std::thread;

fn lengths(texts: Vec<String>) -> Vec<usize> {
    let handles: Vec<_> = texts
        .into_iter()
        .map(|text| thread::spawn(move || text.chars().count()))
        .collect();
    handles.into_iter().map(|h| h.join().unwrap()).collect()
}

fn main() {}
