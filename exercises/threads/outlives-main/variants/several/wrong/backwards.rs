use std::thread;

pub fn lengths(texts: Vec<String>) -> Vec<usize> {
    let mut workers = Vec::new();
    for text in texts {
        workers.push(thread::spawn(move || text.chars().count()));
    }
    workers
        .into_iter()
        .rev()
        .map(|worker| worker.join().unwrap())
        .collect()
}
