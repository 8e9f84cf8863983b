impl Vec<i32> {
    fn median(&self) -> Option<i32> {
        if self.is_empty() {
            return None;
        }
        let mut copy = self.clone();
        copy.sort();
        Some(copy[copy.len() / 2])
    }
}

fn main() {
    let data = vec![9, 1, 5, 7, 3];
    println!("{:?}", data.median());
    println!("{:?}", Vec::<i32>::new().median());
}
