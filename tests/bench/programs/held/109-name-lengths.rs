use std::thread;

fn total_len(names: &[String]) -> usize {
    let owned = names.iter();
    let handle = thread::spawn(move || owned.map(|n| n.len()).sum::<usize>());
    handle.join().unwrap()
}

fn main() {
    let names = vec!["Ib".to_string(), "Ulla".to_string()];
    println!("{}", total_len(names));
    println!("{}", names.len());
}
