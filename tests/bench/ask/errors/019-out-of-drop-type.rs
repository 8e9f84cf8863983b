struct Lease {
    tenant: String,
}

impl Drop for Lease {
    fn drop(&mut self) {
        println!("lease ended");
    }
}

fn main() {
    let lease = Lease { tenant: "Mirko".to_string() };
    let tenant = lease.tenant;
    println!("{tenant}");
}
