// verdict: processes
fn main() {
    let mut handles = Vec::new();
    loop {
        handles.push(std::thread::spawn(|| std::thread::sleep(std::time::Duration::from_secs(60))));
    }
}
