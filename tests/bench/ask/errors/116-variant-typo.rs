#[derive(Debug)]
enum Status {
    Open,
    Cancelled,
}

fn main() {
    let list = [Status::Open, Status::Canceled];
    println!("{list:?} {:?}", Status::Cancelled);
}
