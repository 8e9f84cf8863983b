use std::io::{self, BufRead};

fn total<R: BufRead>(input: R) -> io::Result<i64> {
    todo!()
}

fn main() {
    println!("{:?}", total("4\n\n# tax\n -1 \n".as_bytes()));
    println!("{:?}", total("4\n\nfour\n".as_bytes()));
}
