class OrdersController < ApplicationController
  def index
    orders = current_account.orders
    orders = orders.where("reference LIKE ?", "#{params[:q]}%") if params[:q].present?
    render json: orders.order(:created_at).limit(50)
  end
end
